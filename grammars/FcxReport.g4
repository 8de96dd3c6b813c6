/**
 * The reports of Performance Toolkit for VM (FCX112, FCX113, FCX144, FCX103), printed as listings or
 * shown on screens, one after another, on many pages.
 *
 * The rule `section` shows undamaged listings. The reader goes by `line`, one line at a time, so
 * that a damaged line costs only itself. Where a cell stands is not the grammar's affair: the words
 * of the headings and their places tell it, for the capture at hand.
 */
grammar FcxReport;
import Blanks;

section : NL* page+ EOF ;

page : report NL+ (preamble NL+)* (words NL+)+ ((row | pseudo | caption | message | footer) NL+)* ;

preamble : from | to | span | underline | words ;

line
  : report     # reportLine
  | message    # messageLine
  | from       # fromLine
  | to         # toLine
  | span       # spanLine
  | underline  # underlineLine
  | footer     # footerLine
  | pseudo     # pseudoLine
  | row        # rowLine
  | caption    # captionLine
  | words      # wordsLine
  ;

/** 1FCX113  Run 2010/05/05 10:10:10         UPAGE                              Page    3 */
report
  : REPORT RUN DATE TIME name? any*                 # listing
  | REPORT CPU any SER any interval? origin*        # screen
  | REPORT DATA_FOR DATE interval? origin*          # scan
  | REPORT (opening any*)?                          # other
  ;

name : WORD ;

opening : WORD | KEYWORD | PHRASE | CPU | RUN | DATA_FOR ;

/** Interval 10:00:00 - 10:01:00, or the averages since Initial 09:00:00 */
interval : INTERVAL TIME RULE TIME | INITIAL TIME ;

origin : any ;

/** FCXVMC111I and its text: it begins like a report and is none. */
message : MESSAGE any* ;

/** From 2010/05/05 09:00:00                                     SYSTEMID */
from : FROM DATE TIME any* ;

/** To   2010/05/05 10:00:00                                     CPU 2097-720   SN nnnnn */
to : TO DATE TIME any* ;

/** For   3600 Secs 01:00:00                                     z/VM   V.5.4.0 SLU 0000 */
span : FOR NUMBER SECS any* ;

/** The line under the header, and on screens the one that the cursor sorts by. */
underline : (UNDERLINE | DOT)+ ;

footer : (COMMAND | FUNCTION_KEY) any* ;

/** >System<    .0   1.2   .4: a mean or a total, and nobody's figures. */
pseudo : PSEUDO any* ;

/** LNX00080      0     .0    .0 …, or 10:01:00   00 CP   12.3 … */
row : subject text* figure any* ;

subject : WORD | TIME | NUMBER | KEYWORD | PHRASE ;

figure : NUMBER | ABSENT | RULE ;

text : WORD | TIME | KEYWORD | PHRASE | DOT | UNDERLINE | LEVEL | CPU ;

/** User Class Data: */
caption : words COLON_WORD ;

/** A title, or a line of headings: words and the rulers over them. */
words : word+ ;

word : WORD | KEYWORD | PHRASE | RULER | CUT_RULER | CPU | SER | INTERVAL | FROM | TO | FOR | SECS | DOT ;

any
  : WORD | KEYWORD | PHRASE | RULER | CUT_RULER | CPU | SER | INTERVAL | INITIAL | FROM | TO | FOR
  | SECS | RUN | DATA_FOR | DATE | TIME | NUMBER | ABSENT | RULE | DOT | UNDERLINE | LEVEL | PSEUDO
  | COLON_WORD | REPORT | MESSAGE | COMMAND | FUNCTION_KEY
  ;

REPORT : [10+\-]? 'FCX' [0-9] [0-9] [0-9] ;
MESSAGE : [10+\-]? 'FCX' [A-Z] [A-Z] [A-Z] [0-9] [0-9] [0-9] [A-Z] ;
RUN : 'Run' ;
FROM : 'From' ;
TO : 'To' ;
FOR : 'For' ;
SECS : 'Secs' ;
CPU : 'CPU' ;
SER : 'SER' ;
INTERVAL : 'Interval' ;
INITIAL : 'Initial' ;
DATA_FOR : 'Data' [ \t]+ 'for' ;
COMMAND : 'Command' [ \t]+ '===>' ;
FUNCTION_KEY : [P]? 'F' [0-9]+ '=' ~[ \t\r\n]* ;
KEYWORD : 'Page' ;

/** Headings of several words that stand side by side over one column. */
PHRASE : 'End' ' '+ 'Time' | 'User' ' '+ 'Status' | 'Nr' ' '+ 'of' (' '+ 'Users')? ;

DATE : [0-9] [0-9] [0-9] [0-9] '/' [0-9] [0-9] '/' [0-9] [0-9] ;
TIME : [0-9] [0-9] ':' [0-9] [0-9] ':' [0-9] [0-9] ;
LEVEL : 'V' [. ]* [0-9]+ '.' [0-9]+ '.' [0-9]+ ;
NUMBER : ([0-9] [0-9']* ('.' [0-9]+)? | '.' [0-9]+) ('%' | '/s' | [kKMGT]? 'B'? | 'ms' | 's') ;
ABSENT : '.' '.'+ ;
RULE : '-'+ ;
UNDERLINE : '_'+ ;
DOT : '.' ;

/** <--- text ---> groups the columns below it; a screen's edge may cut it. `>2GB>` is none. */
RULER : '<' ~[<>0-9 \t\r\n] ~[<>\r\n]* '>' ;
CUT_RULER : '<' '-'+ ~[<>\r\n]* | '<' [A-Za-z] ~[<>\r\n]* | '<' ;

PSEUDO : '>'+ [A-Za-z] [A-Za-z0-9_]* [<>]+ | 'System:' ;
COLON_WORD : [A-Za-z]+ ':' ;
WORD : ~[ \t\r\n]+ ;
