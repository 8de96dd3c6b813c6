/**
 * The screens of topas -C, the monitor of all the partitions of a server, as a terminal recorded
 * them, one after another.
 *
 * The rule `section` shows undamaged screens. The reader goes by `line`, one line at a time, so that
 * a damaged line costs only itself.
 */
grammar TopasCec;
options { caseInsensitive = true; }
import Blanks;

section : NL* screen+ EOF ;

screen : title NL+ (banner NL+)* (summary NL+)* table+ ;

table : header NL+ ((ruler | divider | row) NL+)* ;

line
  : title      # titleLine
  | banner     # bannerLine
  | summary    # summaryLine
  | header     # headerLine
  | divider    # dividerLine
  | ruler      # rulerLine
  | row        # rowLine
  ;

/** Topas CEC Monitor             Interval:  10             Tue Jun 30 12:03:33 2009 */
title : TITLE ('Interval' COLON NUMBER)? anything* ;

/** Partitions Memory (GB)           Processors */
banner : PARTITIONS anything* ;

/** Shr:  3   Mon: 14.0 InUse: 12.6  Shr:1.2 PSz: 4   Don: 0.0 Shr_PhysB  0.09 */
summary : figure+ ;

/** A figure of the header, or of the wide header that the key g shows. */
figure : key COLON amount? | busy COLON? amount? | HYPERVISOR ;

key
  : 'Shr' | 'Ded' | 'Mon' | 'InUse' | 'Avl' | 'PSz' | 'APP' | 'Don' | 'Stl'
  | 'Monitored' | 'UnMonitored' | 'Shared' | 'Dedicated' | 'Capped' | 'Uncapped' | 'Donated'
  | 'Available' | 'UnAllocated' | 'Consumed' | POOL_SIZE | AVAILABLE_POOL
  | SHARED_BUSY | DEDICATED_BUSY | CONTEXT_SWITCH | PHANTOM_INTERRUPTS
  ;

busy : 'Shr_PhysB' | 'Ded_PhysB' ;

amount : NUMBER | ABSENT | WORD ;

/** Host OS M Mem InU Lp Us Sy Wa Id PhysB Vcsw Ent %EntC PhI pmem; mpid mpsz mpus … of the key m */
header : ('Host' | 'mpid') heading+ ;

heading : column | other ;

/** Everything that a heading may be. A new level of AIX that adds one adds it here. */
column
  : 'OS' | 'M' | 'Mod' | 'Mem' | 'InU' | 'Lp' | 'Us' | 'Sy' | 'Wa' | 'Id' | 'PhysB'
  | 'Vcsw' | 'Ent' | '%EntC' | 'PhI' | 'pmem' | '%istl' | '%bstl'
  | 'mpsz' | 'mpus' | 'memu' | 'meml' | 'iome' | 'iomu' | 'hpi' | 'hpit'
  ;

other : ~(NL | COLON) ;

/** ------------------------------------shared------------------------------------- */
divider : SHARED_BELOW | DEDICATED_BELOW ;

ruler : RULE+ ;

/** bxaix86  A61 UM  8.0  8.0   8   8   4   0  86  0.06   898  0.40  14.9    2  8.00 */
row : subject cell+ ;

subject : ~(NL | TITLE | PARTITIONS | 'Host' | 'mpid' | SHARED_BELOW | DEDICATED_BELOW | RULE | COLON) ;

cell : NUMBER | ABSENT | text ;

text : ~(NL | COLON | NUMBER | ABSENT) ;

anything : ~NL ;

TITLE : 'Topas' [ \t]+ 'CEC' [ \t]+ 'Monitor' ;
PARTITIONS : 'Partitions' | 'Partition' [ \t]+ 'Info' ;
POOL_SIZE : 'Pool' [ \t]+ 'Size' ;
AVAILABLE_POOL : 'Avail' [ \t]+ 'Pool' ;
SHARED_BUSY : 'Shr' [ \t]+ 'Physcl' [ \t]+ 'Busy' ;
DEDICATED_BUSY : 'Ded' [ \t]+ 'Physcl' [ \t]+ 'Busy' ;
CONTEXT_SWITCH : 'Virt.' [ \t]+ 'Context' [ \t]+ 'Switch' ;
PHANTOM_INTERRUPTS : 'Phantom' [ \t]+ 'Interrupts' ;
HYPERVISOR : 'Hypervisor' ;
SHARED_BELOW : '-'+ [ \t]* 'shared' [ \t]* '-'+ ;
DEDICATED_BELOW : '-'+ [ \t]* 'dedicated' [ \t]* '-'+ ;
RULE : '-' '-'+ ;
ABSENT : '-' ;
NUMBER : [0-9]+ ('.' [0-9]+)? | '.' [0-9]+ ;
COLON : ':' ;
WORD : ~[ \t\r\n:]+ ;
