/**
 * FCX103, the storage utilization of Performance Toolkit: two or three tables of labels and values,
 * side by side. The same label may stand in two of them. Headers are those of FcxReport.g4.
 */
grammar FcxStorage;
import Blanks;

section : NL* (line NL+)* line? EOF ;

line : item+ ;

/** Total real storage    28'672MB     Size of CP partition     2'048MB */
item : heading | figure | other ;

heading : label? COLON ;

figure : label amount ;

amount : NUMBER UNIT? | ABSENT ;

label
  : TOTAL_REAL | TOTAL_AVAILABLE | TOTAL_DPA | PAGEABLE | CP_PARTITION | CP_UTILIZATION
  | OFFLINE | SYSGEN | SHARED | FREE_SUBPOOLS | SUBPOOL_UTILIZATION | LOCKED | TRACE
  | UTILIZATION | WAITING_FRAME | WAITING_PAGE | STANDBY | RESERVED | ATTACHED | THRESHOLD
  | ALLOCATION_RATE | AGE_OF_BLOCKS | AGE_AT_MIGRATION
  ;

other : WORD | NUMBER | UNIT | ABSENT | label ;

TOTAL_REAL : 'Total' ' '+ 'real' ' '+ 'storage' ;
TOTAL_AVAILABLE : 'Total' ' '+ 'available' ;
TOTAL_DPA : 'Total' ' '+ 'DPA' ' '+ 'size' ;
PAGEABLE : 'Pageable' ;
CP_PARTITION : 'Size' ' '+ 'of' ' '+ 'CP' ' '+ 'partition' ;
CP_UTILIZATION : 'CP' ' '+ 'XSTORE' ' '+ 'utilization' ;
OFFLINE : 'Offline' ' '+ 'storage' ' '+ 'frames' ;
SYSGEN : 'SYSGEN' ' '+ 'storage' ' '+ 'size' ;
SHARED : 'Shared' ' '+ 'storage' ;
FREE_SUBPOOLS : 'FREE' ' '+ 'stor.' ' '+ 'subpools' ;
SUBPOOL_UTILIZATION : 'Subpool' ' '+ 'stor.' ' '+ 'utilization' ;
LOCKED : 'Locked' ' '+ 'pages' ;
TRACE : 'Trace' ' '+ 'table' ;
UTILIZATION : 'Storage' ' '+ 'utilization' ;
WAITING_FRAME : 'Tasks' ' '+ 'waiting' ' '+ 'for' ' '+ 'a' ' '+ 'frame' ;
WAITING_PAGE : 'Tasks' ' '+ 'waiting' ' '+ 'for' ' '+ 'a' ' '+ 'page' ;
STANDBY : 'Standby' ' '+ 'real' ' '+ 'stor.' ' '+ 'size' ;
RESERVED : 'Reservd' ' '+ 'real' ' '+ 'stor.' ' '+ 'size' ;
ATTACHED : 'Att.' ' '+ 'to' ' '+ 'virt.' ' '+ 'machines' ;
THRESHOLD : 'Low' ' '+ 'threshold' ' '+ 'for' ' '+ 'migr.' ;
ALLOCATION_RATE : 'XSTORE' ' '+ 'allocation' ' '+ 'rate' ;
AGE_OF_BLOCKS : 'Average' ' '+ 'age' ' '+ 'of' ' '+ 'XSTORE' ' '+ 'blks' ;
AGE_AT_MIGRATION : 'Average' ' '+ 'age' ' '+ 'at' ' '+ 'migration' ;

NUMBER : ([0-9] [0-9'.]* | '.' [0-9]+) ('%' | '/s' | 'ms' | 's' | [kKMGT]? 'B'?) ;
UNIT : [kKMGT]? 'B' | [kKMGT] | '%' | '/s' | 'ms' | 's' ;
ABSENT : '.' '.'+ | '-'+ ;
COLON : ':' ;
WORD : ~[ \t\r\n:]+ ;
