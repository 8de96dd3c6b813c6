/**
 * The tables of AIX lparstat by interval: the use of processors and, with -m, of the memory of a
 * shared pool. Which columns stand there hangs on the partition's processors and memory, on flags
 * and on the level of AIX.
 *
 * The rule `section` shows an undamaged capture. The reader goes by `line`, one line at a time, so
 * that a damaged line costs only itself. Long runs of rows are read by a decoder that is compiled
 * from the last header; a row that it does not take comes here.
 */
grammar Lparstat;
import SystemConfiguration, Cells;

section
  : NL* ( (configuration | linux NL settings) NL+ )? header NL ( line? NL )* line? EOF
  ;

line
  : configuration   # configurationLine
  | changed         # changedLine
  | linux           # linuxLine
  | settings        # settingsLine
  | ruler           # rulerLine
  | header          # headerLine
  | ioHeader        # ioHeaderLine
  | row             # rowLine
  ;

/** System Configuration, as Linux prints it: the settings stand on the next line. */
linux : LINUX ;

/** type=Shared mode=Uncapped smt=8 lcpu=4 mem=4101120 kB cpus=24 ent=4.00 */
settings : PAIR setting* ;

/** ----- ----- ------ ------ ----- */
ruler : RULE (RULE | ABSENT)* ;

/** %user %sys %wait %idle physc %entc lbusy app vcsw phint %nsp %utcyc; physb hpi hpit pmem … */
header : ('%user' | 'physb') heading+ ;

heading : column | other ;

/** Everything that a heading may be. A new level of AIX that adds one adds it here. */
column
  : '%user' | '%sys' | '%wait' | '%idle' | 'physc' | '%entc' | 'lbusy' | 'app' | 'vcsw' | 'phint'
  | '%nsp' | '%utcyc' | '%xcpu' | 'xphysc' | 'dxm' | '%hypv' | 'hcalls'
  | '%istl' | '%bstl' | '%idon' | '%bdon'
  | 'physb' | 'hpi' | 'hpit' | 'pmem' | 'iomin' | 'iomu' | 'iomf' | 'iohwm' | 'iomaf'
  | 'pgcol' | 'mpgcol' | 'ccol'
  ;

/** iompn: iomin iodes iomu iores iohwm iomaf: what -eR prints of each pool of I/O memory */
ioHeader : 'iompn:' heading+ ;

/** 5.3  10.5    0.0   84.2  0.17  24.3    6.0  6133  2107; ent1.txpool 2.12 16.00 2.00 … */
row : cell cell+ ;

cell : NUMBER | TIME | ABSENT | column | other | PAIR | RULE ;

other : WORD | 'iompn:' ;

LINUX : 'System' [ \t]+ 'Configuration' ;
