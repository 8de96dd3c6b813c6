/**
 * The files that nmon and topas_nmon write: cells between commas, a section's name first. A line of
 * a section is a row where its second cell is a snapshot's mark (T0001), else a header. Lines may
 * come in any order, since the tool tells people to sort them: the mark joins them.
 *
 * The rule `section` shows an undamaged file. The reader goes by `line`, one line at a time, so that
 * a damaged line costs only itself. Lines of sections that are not read, most of a file, and plain
 * rows are taken straight from the bytes; what does not fit there comes here.
 */
grammar Nmon;

section : NL* (line NL+)* line? EOF ;

line
  : fact           # factLine
  | configuration  # configurationLine
  | snapshot       # snapshotLine
  | row            # rowLine
  | header         # headerLine
  | broken         # brokenLine
  | other          # otherLine
  ;

/** AAA,LPARNumberName,6,db01 */
fact : 'AAA' ',' cell (',' cell?)* ;

/** BBBP,124,lparstat -i,"Online Memory                              : 43008 MB" */
configuration : 'BBBP' ',' NUMBER ',' command (',' text?)? ;

command : cell ;

/** Quotes inside it are not doubled, and commas may stand in it. */
text : ~NL+ ;

/** ZZZZ,T0001,17:28:10,10-FEB-2016 */
snapshot : 'ZZZZ' ',' MARK ',' cell (',' cell)? ;

/** MEM,T0001,4.8,99.1,2070.4,8119.8,43008.0,8192.0 */
row : name ',' MARK (',' cell?)* ;

/** MEM,Memory db01,Real Free %,Virtual free %,Real free(MB),Virtual free(MB),Real total(MB),… */
header : name ',' title (',' heading?)* ;

title : ~(',' | MARK | NUMBER | NL) ;

heading : column | unknown ;

/** A line of a section that is read whose second cell is neither a mark nor a title. */
broken : ('AAA' | 'BBBP' | 'ZZZZ' | name) ',' ~NL* ;

/** DISKBUSY,T0001,0.3,7.7: a section that is not read */
other : (NAME | MARK) ',' ~NL* ;

/** The sections that are read. */
name
  : 'MEM' | 'MEMNEW' | 'MEMPAGES4KB' | 'MEMPAGES64KB' | 'MEMPAGES16MB' | 'MEMPAGES16GB' | 'PAGE'
  | 'PAGING' | 'PROC' | 'LPAR' | 'POOLS' | 'CPU_ALL' | 'MEMAMS'
  ;

/** Everything that a heading of these sections may be. A new level that adds one adds it here. */
column
  // MEM of AIX; the last four with Active Memory Expansion
  : 'Real Free %' | 'Virtual free %' | 'Real free(MB)' | 'Virtual free(MB)' | 'Real total(MB)'
  | 'Virtual total(MB)' | 'Size of the Compressed pool(MB)' | 'Size of true memory(MB)'
  | 'Expanded memory size(MB)' | 'Size of the Uncompressed pool(MB)'
  // MEM of Linux
  | 'memtotal' | 'hightotal' | 'lowtotal' | 'swaptotal' | 'memfree' | 'highfree' | 'lowfree'
  | 'swapfree' | 'memshared' | 'cached' | 'active' | 'bigfree' | 'buffers' | 'swapcached'
  | 'inactive'
  // MEMNEW
  | 'Process%' | 'FScache%' | 'System%' | 'Free%' | 'Pinned%' | 'User%'
  // MEMPAGES4KB, 64KB, 16MB, 16GB: pages of that size; from pgexct on what was in the interval
  | 'numframes' | 'numfrb' | 'numclient' | 'numcompress' | 'numperm' | 'numvpages' | 'minfree'
  | 'maxfree' | 'numpout' | 'numremote' | 'numwseguse' | 'numpseguse' | 'numclseguse'
  | 'numwsegpin' | 'numpsegpin' | 'numclsegpin' | 'numpgsp_pgs' | 'numralloc' | 'pfrsvdblks'
  | 'pfavail' | 'pfpinavail' | 'numpermio' | 'system_pgs' | 'nonsys_pgs' | 'pgexct' | 'pgrclm'
  | 'pageins' | 'pageouts' | 'pgspgins' | 'pgspgouts' | 'numsios' | 'numiodone' | 'zerofills'
  | 'exfills' | 'scans' | 'cycles' | 'pgsteals'
  // PAGE, in a second
  | 'faults' | 'pgin' | 'pgout' | 'pgsin' | 'pgsout' | 'reclaims'
  | 'Compressed pool pgins' | 'Compressed pool pgouts'
  // PROC
  | 'Runnable' | 'Swap-in' | 'Blocked' | 'pswitch' | 'syscall' | 'read' | 'write' | 'fork' | 'exec'
  | 'sem' | 'msg' | 'asleep_bufio' | 'asleep_rawio' | 'asleep_diocio'
  // LPAR of AIX
  | 'PhysicalCPU' | 'virtualCPUs' | 'logicalCPUs' | 'poolCPUs' | 'entitled' | 'weight' | 'PoolIdle'
  | 'usedAllCPU%' | 'usedPoolCPU%' | 'SharedCPU' | 'Capped' | 'EC_User%' | 'EC_Sys%' | 'EC_Wait%'
  | 'EC_Idle%' | 'VP_User%' | 'VP_Sys%' | 'VP_Wait%' | 'VP_Idle%' | 'Folded' | 'Pool_id'
  // LPAR of Linux, in hundredths of a processor
  | 'capped' | 'shared_processor_mode' | 'system_potential_processors'
  | 'system_active_processors' | 'pool_capacity' | 'MinEntCap' | 'partition_entitled_capacity'
  | 'partition_max_entitled_capacity' | 'MinProcs' | 'Logical CPU'
  | 'partition_active_processors' | 'partition_potential_processors' | 'capacity_weight'
  | 'unallocated_capacity_weight' | 'BoundThrds' | 'MinMem' | 'unallocated_capacity'
  | 'pool_idle_time' | 'smt_mode'
  // POOLS
  | 'shcpus_in_sys' | 'max_pool_capacity' | 'entitled_pool_capacity' | 'pool_max_time'
  | 'pool_busy_time' | 'shcpu_tot_time' | 'shcpu_busy_time'
  // CPU_ALL
  | 'Sys%' | 'Wait%' | 'Idle%' | 'Steal%' | 'Busy' | 'PhysicalCPUs ' | 'PhysicalCPUs' | 'CPUs'
  // MEMAMS
  | 'Poolid' | 'Weight' | 'Hypervisor-Page-in/s' | 'HypervisorTime(seconds)' | 'not_available_1'
  | 'not_available_2' | 'not_available_3' | 'Physical-Memory(MB)' | 'Page-Size(KB)'
  | 'Pool-Size(MB)' | 'Loan-Request(KB)'
  ;

unknown : ~(',' | NL) ;

cell : ~(',' | NL) ;

NL : '\r'* '\n' ;
MARK : 'T' [0-9]+ ;
NUMBER : [ \t]* '-'? [0-9]+ ('.' [0-9]*)? [ \t]* ;
NAME : [A-Z] [A-Z0-9_]* ;
CELL : ~[,\r\n]+ ;
