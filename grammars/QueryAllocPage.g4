/**
 * The answers of CP to QUERY ALLOC PAGE and QUERY ALLOC MAP: the extents of page space, how many
 * pages each has and how many are used. Blanks may have been collapsed, and a copy may hold all rows
 * on one line: the order of the cells is fixed, and no cell is ever blank.
 *
 * The rule `section` shows undamaged answers. The reader goes by `line`, one line at a time, so that
 * a damaged line costs only itself.
 */
grammar QueryAllocPage;
options { caseInsensitive = true; }
import CpEcho, Blanks;

section : NL* ECHO? NL* ( heading NL+ )+ ( row NL+ )+ EOF ;

line
  : ECHO? heading+ row*   # headedLine
  | row+                  # rowsLine
  ;

heading : top | bottom ;

top : EXTENT EXTENT TOTAL PAGES HIGH SHARE | EXTENT EXTENT SHARE ALLOCATION ;

bottom
  : VOLID RDEV START END PAGES IN USE PAGE USED       # pagesHeading
  | VOLID RDEV START END TOTAL IN USE HIGH USED TYPE  # mapHeading
  ;

row : ruler | total | volume ;

ruler : RULE+ ;

/** SUMMARY                           600660     25          1% */
total : ( SUMMARY | USABLE ) amount amount PERCENT ;

/**
 * M01P01 0206          1       3337 600660     25     34   1%
 * JV1031 1031 1 3338 600840 87022 91029 14% SPOOL
 */
volume
  : volid rdev extent extent amount amount amount ( PERCENT type* | NUMBER type+ )
  ;

volid : name ;

rdev : name ;

name : WORD | NUMBER | PAGES_IN_UNITS | PAGE | SPOOL ;

extent : NUMBER | RULE ;

/** Pages: 600660, or more than six digits as 1761K. K is 1024. */
amount : NUMBER | PAGES_IN_UNITS ;

type : PAGE | SPOOL | DIRECTORY | 'SHARED' | 'TDSK' | 'T-DISK' | 'DUMP' | 'PERM' | 'DRAINING' ;

EXTENT : 'EXTENT' ;
TOTAL : 'TOTAL' ;
PAGES : 'PAGES' ;
HIGH : 'HIGH' ;
ALLOCATION : 'ALLOCATION' ;
VOLID : 'VOLID' ;
RDEV : 'RDEV' ;
START : 'START' ;
END : 'END' ;
IN : 'IN' ;
USE : 'USE' ;
PAGE : 'PAGE' ;
USED : 'USED' ;
TYPE : 'TYPE' ;
SPOOL : 'SPOOL' ;
DIRECTORY : 'DRCT' [ \t]+ 'ACTIVE' | 'DRCT' ;
SUMMARY : 'SUMMARY' ;
USABLE : 'USABLE' ;
SHARE : '%' ;
PERCENT : [0-9]+ '%' ;
NUMBER : [0-9]+ ;
PAGES_IN_UNITS : [0-9]+ [KMGT] ;
RULE : '-'+ ;
WORD : ~[ \t\r\n]+ ;
