/**
 * The table of AIX vmstat: every set of columns.
 *
 * The rule `section` shows an undamaged capture. The reader goes by `line`, one line at a time, so
 * that a damaged line costs only itself. Long runs of rows are read by a decoder that is compiled
 * from the last header; a row that it does not take comes here.
 */
grammar Vmstat;
import SystemConfiguration, Cells;

section
  : NL* (configuration NL+)? (banner NL | ruler NL)* header NL ( line? NL )* line? EOF
  ;

line
  : configuration   # configurationLine
  | changed         # changedLine
  | banner          # bannerLine
  | ruler           # rulerLine
  | header          # headerLine
  | row             # rowLine
  ;

/** kthr    memory              page              faults              cpu          hypv-page */
banner : 'wpar'? GROUP (GROUP | other | NUMBER)* ;

/** ----- ----------- ------------------------ ------------ -----------------------; its end, wrapped: - -- */
ruler : ABSENT? RULE (RULE | ABSENT)* ;

/**
 * r b avm fre re pi po fr sr cy in sy cs us sy id wa pc ec hpi hpit pmem loan hr mi se
 * r b avm fre re pi po fr sr cy in sy cs us sy id wa pc ec  1  2  3  4
 * psz avm fre re pi po fr sr cy siz: of a block of page sizes (-p, -P), whose rows are parts
 */
header : heading heading+ disk* heading* ;

heading : column | other ;

/** Always 1 2 3 4; a row has as many cells there as disks were named. */
disk : NUMBER ;

/**
 * 0  0 685577 263910   0   0 … 0 0  4.00  2.00 16:02:23
 * System 0  0 685577 263910 …: of -@, behind the name of the workload partition
 */
row : cell cell+ ;

cell : NUMBER | TIME | ABSENT | column | other | GROUP | PAIR | RULE ;

/** Everything that a heading may be. A new level of AIX that adds one adds it here. */
column
  : 'r' | 'b' | 'p' | 'w'
  | 'avm' | 'fre' | 'alp' | 'flp' | 'csz' | 'cfr' | 'dxm'
  | 're' | 'pi' | 'po' | 'fr' | 'sr' | 'cy' | 'fi' | 'fo' | 'ci' | 'co'
  | 'in' | 'sy' | 'cs'
  | 'us' | 'id' | 'wa' | 'pc' | 'ec'
  | 'hpi' | 'hpit' | 'pmem' | 'loan'
  | 'hr' | 'mi' | 'se'
  | 'wpar' | 'psz' | 'siz'
  ;

other : WORD ;

GROUP : 'kthr' | 'memory' | 'page' | 'faults' | 'cpu' | 'time' | 'hypv-page' | 'large-page' | 'pgsz' ;
