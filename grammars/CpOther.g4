/**
 * Answers of CP that say nothing that is sampled: INDICATE LOAD, PAGING, I/O and QUEUES, QUERY SRM
 * and QUERY CPOWNED. The grammar is here so that they are known for what they are.
 */
grammar CpOther;
options { caseInsensitive = true; }
import CpEcho, Blanks;

section : NL* (line NL+)* line? EOF ;

line : ECHO? NUMBER? ( load | none | queued+ | setting+ | owned ) ;

/** AVGPROC-000% 05, and the lines below it */
load : LOAD anything* ;

/** No users in page wait */
none : 'No' 'users' 'in' ( 'page' | 'I/O' ) 'wait' ;

/** MAINT Q1 R00 00001623/00001552 .I.. .0004 */
queued : userid LIST state PAGES ( flags priority )? ;

userid : WORD | NUMBER ;

state : WORD ;

flags : WORD ;

priority : WORD | NUMBER ;

/** STORBUF: Q1=300% Q2=250% Q3=200% */
setting : SETTING COLON? value+ ;

value : WORD | NUMBER | COLON ;

/** 254  M01P02  0300  Own    Online and attached     -------- ZVMWSXX */
owned
  : 'Slot' 'Vol-ID' anything+
  | NUMBER cell cell cell ( 'Reserved' | 'Online' | 'Offline' ) anything*
  ;

cell : WORD | NUMBER | RULE ;

anything : ~NL ;

LOAD
  : ( 'AVGPROC-' | 'PAGING-' | 'STORAGE-' | 'XSTORE-' | 'LIMITED-' | [QE] [0-3] '-' ) [0-9]+ ~[ \t\r\n]*
  | 'MDC' [ \t]+ 'READS-' [0-9]+ ~[ \t\r\n]*
  | 'PROC' [ \t]+ [0-9A-F]+ '-' [0-9]+ '%'
  ;
LIST : [QE] [0-3] ;
PAGES : [0-9]+ '/' [0-9]+ ;
SETTING
  : 'IABIAS' | 'LDUBUF' | 'STORBUF' | 'DSPBUF' | 'MAXWSS' | 'LIMITHARD'
  | 'DISPATCHING' [ \t]+ 'MINOR' [ \t]+ 'TIMESLICE' [ \t]* '='
  ;
COLON : ':' ;
NUMBER : [0-9]+ ;
RULE : '-'+ ;
WORD : ~[ \t\r\n]+ ;
