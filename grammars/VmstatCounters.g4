/**
 * The lists of AIX vmstat: a number and its label on each line. `vmstat -v` prints the state of
 * memory, `-s` sums since the system was started, `-i` interrupts; of these only the first gives
 * samples, the others are known so that their lines are not taken for damage.
 *
 * The rule `section` shows an undamaged capture. The reader goes by `line`, one line at a time, so
 * that a damaged line costs only itself.
 */
grammar VmstatCounters;
import Blanks;

options { caseInsensitive = true; }

section
  : NL* ( counters | sums | interrupts ) EOF
  ;

counters   : ( figure ( sampled | checked | counted ) NL* )+ ;
sums       : ( figure sum NL* )+ ;
interrupts : interruptHeader NL+ ( interruptRow NL* )* ;

line
  : figure sampled    # sampledLine
  | figure checked    # checkedLine
  | figure counted    # countedLine
  | figure sum        # sumLine
  | interruptHeader   # interruptHeaderLine
  | interruptRow      # interruptRowLine
  | figure word+      # unknownLine
  | figure            # bareLine
  ;

/** 11010048 memory pages; what a label names becomes a sample */
sampled
  : MEMORY_PAGES | FREE_PAGES | PINNED_PAGES | FILE_PAGES | COMPUTATIONAL | FRAMES_LOANED
  ;

/** 73.4 numperm percentage; what serves to check the figures above */
checked : LRUABLE_PAGES | CLIENT_PAGES | NUMPERM | NUMCLIENT ;

/** Counters of vmstat -v, and of -hv on shared memory, that are no samples. */
counted
  : MEMORY_POOLS | MAXPIN | MINPERM | MAXPERM | COMPRESSED_SHARE | COMPRESSED_PAGES | MAXCLIENT
  | REMOTE_PAGEOUTS | NO_PBUF | NO_PSBUF | NO_FSBUF | CLIENT_NO_FSBUF | EXTERNAL_NO_FSBUF
  | HYPERVISOR_FAULTS | HYPERVISOR_TIME | LOANED_SHARE
  ;

/** 20532136136 total address trans. faults: sums of vmstat -s */
sum
  : ADDRESS_FAULTS | PAGE_INS | PAGE_OUTS | PAGING_SPACE_INS | PAGING_SPACE_OUTS | RECLAIMS
  | ZERO_FILLED | EXECUTABLE_FILLED | EXAMINED | REVOLUTIONS | FREED | BACKTRACKS | FRAME_WAITS
  | XPT_WAITS | IO_WAITS | START_IOS | IODONES | SWITCHES | DEVICE_INTERRUPTS
  | SOFTWARE_INTERRUPTS | DECREMENTER_INTERRUPTS | MPC_SENT | MPC_RECEIVE | PHANTOM | TRAPS
  | SYSCALLS
  ;

/** priority level    type   count module(handler) */
interruptHeader : PRIORITY WORD+ ;

/** 3  655371   hardware 121129886 /usr/lib/drivers/vfcdd(c01e4148.16) */
interruptRow : NUMBER NUMBER WORD NUMBER WORD ;

figure : NUMBER | ABSENT | WORD ;

/** A word of a label that is not known; parts of it may look like something known. */
word : ~NL ;

MEMORY_PAGES : 'memory' GAP 'pages' ;
LRUABLE_PAGES : 'lruable' GAP 'pages' ;
FREE_PAGES : 'free' GAP 'pages' ;
MEMORY_POOLS : 'memory' GAP 'pools' ;
PINNED_PAGES : 'pinned' GAP 'pages' ;
MAXPIN : 'maxpin' GAP 'percentage' ;
MINPERM : 'minperm' GAP 'percentage' ;
MAXPERM : 'maxperm' GAP 'percentage' ;
NUMPERM : 'numperm' GAP 'percentage' ;
FILE_PAGES : 'file' GAP 'pages' ;
COMPRESSED_SHARE : 'compressed' GAP 'percentage' ;
COMPRESSED_PAGES : 'compressed' GAP 'pages' ;
NUMCLIENT : 'numclient' GAP 'percentage' ;
MAXCLIENT : 'maxclient' GAP 'percentage' ;
CLIENT_PAGES : 'client' GAP 'pages' ;
REMOTE_PAGEOUTS : 'remote' GAP 'pageouts' GAP 'scheduled' ;
NO_PBUF : 'pending' GAP 'disk' GAP 'i/os' GAP 'blocked' GAP 'with' GAP 'no' GAP 'pbuf' ;
NO_PSBUF : 'paging' GAP 'space' GAP 'i/os' GAP 'blocked' GAP 'with' GAP 'no' GAP 'psbuf' ;
NO_FSBUF : FSBUF ;
CLIENT_NO_FSBUF : 'client' GAP FSBUF ;
EXTERNAL_NO_FSBUF : 'external' GAP 'pager' GAP FSBUF ;
COMPUTATIONAL
  : 'percentage' GAP 'of' GAP 'memory' GAP 'used' GAP 'for' GAP 'computational' GAP 'pages'
  ;

FRAMES_LOANED : 'number' GAP 'of' GAP '4k' GAP 'page' GAP 'frames' GAP 'loaned' ;
HYPERVISOR_FAULTS : 'virtualized' GAP 'partition' GAP 'memory' GAP 'page' GAP 'faults' ;
HYPERVISOR_TIME
  : 'time' GAP 'resolving' GAP 'virtualized' GAP 'partition' GAP 'memory' GAP 'page' GAP 'faults'
  ;
LOANED_SHARE : 'percentage' GAP 'of' GAP 'partition' GAP 'memory' GAP 'loaned' ;

ADDRESS_FAULTS : 'total' GAP 'address' GAP 'trans.' GAP 'faults' ;
PAGE_INS : 'page' GAP 'ins' ;
PAGE_OUTS : 'page' GAP 'outs' ;
PAGING_SPACE_INS : 'paging' GAP 'space' GAP 'page' GAP 'ins' ;
PAGING_SPACE_OUTS : 'paging' GAP 'space' GAP 'page' GAP 'outs' ;
RECLAIMS : 'total' GAP 'reclaims' ;
ZERO_FILLED : 'zero' GAP 'filled' GAP 'pages' GAP 'faults' ;
EXECUTABLE_FILLED : 'executable' GAP 'filled' GAP 'pages' GAP 'faults' ;
EXAMINED : 'pages' GAP 'examined' GAP 'by' GAP 'clock' ;
REVOLUTIONS : 'revolutions' GAP 'of' GAP 'the' GAP 'clock' GAP 'hand' ;
FREED : 'pages' GAP 'freed' GAP 'by' GAP 'the' GAP 'clock' ;
BACKTRACKS : 'backtracks' ;
FRAME_WAITS : 'free' GAP 'frame' GAP 'waits' ;
XPT_WAITS : 'extend' GAP 'xpt' GAP 'waits' ;
IO_WAITS : 'pending' GAP 'i/o' GAP 'waits' ;
START_IOS : 'start' GAP 'i/os' ;
IODONES : 'iodones' ;
SWITCHES : 'cpu' GAP 'context' GAP 'switches' ;
DEVICE_INTERRUPTS : 'device' GAP 'interrupts' ;
SOFTWARE_INTERRUPTS : 'software' GAP 'interrupts' ;
DECREMENTER_INTERRUPTS : 'decrementer' GAP 'interrupts' ;
MPC_SENT : 'mpc-sent' GAP 'interrupts' ;
MPC_RECEIVE : 'mpc-receive' GAP 'interrupts' ;
PHANTOM : 'phantom' GAP 'interrupts' ;
TRAPS : 'traps' ;
SYSCALLS : 'syscalls' ;
PRIORITY : 'priority' GAP 'level' ;

ABSENT : '-' | '...' ;
NUMBER : [0-9]+ ( '.' [0-9]* )? | '.' [0-9]+ ;
WORD : ~[ \t\r\n]+ ;

fragment GAP : [ \t]+ ;
fragment FSBUF : 'filesystem' GAP 'i/os' GAP 'blocked' GAP 'with' GAP 'no' GAP 'fsbuf' ;
