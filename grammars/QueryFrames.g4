/**
 * The answer of CP to QUERY FRAMES: up to z/VM 5.1 three lines of headings, each with its numbers
 * below; from 5.2 on sections of keys and values. The same keys come again in every section.
 *
 * The rule `section` shows undamaged answers. The reader goes by `line`, one line at a time, so that
 * a damaged line costs only itself.
 */
grammar QueryFrames;
options { caseInsensitive = true; }
import CpEcho, Blanks;

section : NL* ( pairs | sections ) EOF ;

pairs : ( headings NL+ cell+ NL+ )+ ;

sections : ( title NL+ ( figure+ NL+ )+ )+ ;

line
  : ECHO? part+   # partsLine
  | ECHO? pair+   # pairsLine
  | headings      # headingsLine
  | cell+         # cellsLine
  ;

part : title | figure ;

/** All Frames: or Frames < 2G: */
title : ( ALL FRAMES | ~(NL | COLON | CONFIGURED | REAL_FRAMES | PAGEABLE | OTHER)+ ) COLON ;

/** Configured=7864319; not all keys are known, and those without a sample need not be */
figure : key cell? ;

key : CONFIGURED | REAL_FRAMES | PAGEABLE | OTHER ;

/** A whole pair on one line, where blanks and line ends were lost. */
pair : headings count+ ;

/** SYSGEN  REAL    USABLE  OFFLINE */
headings : other* heading ( heading | other )* ;

heading
  : 'SYSGEN' | REAL | 'USABLE' | 'OFFLINE'
  | 'V=R' | 'RESNUC' | PAGING | 'TRACE' | 'RIO370'
  | 'AVAIL' | 'PAGNUC' | 'LOCKRS' | 'LOCKCP' | 'SAVE' | 'FREE' | 'LOCKRIO'
  ;

other : WORD | ALL | FRAMES ;

/** 260352  260352  260352  000000 */
cell : count | WORD ;

count : NUMBER | ABSENT ;

ALL : 'ALL' ;
FRAMES : 'FRAMES' ;
REAL : 'REAL' ;
PAGING : 'PAGING' ;
CONFIGURED : 'CONFIGURED' EQ ;
REAL_FRAMES : 'REAL' EQ ;
PAGEABLE : 'PAGEABLE' EQ ;
OTHER : ~[ \t\r\n=:]+ EQ ;
NUMBER : [0-9]+ ;
ABSENT : '-'+ | '.'+ ;
COLON : ':' ;
WORD : ~[ \t\r\n=:]+ | '=' ;

fragment EQ : [ \t]* '=' ;
