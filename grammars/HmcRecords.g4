/**
 * What commands of the HMC print: an object a line, as a list of keys and values, or, where -F asked
 * for some, of the values alone. A pair whose value holds commas stands in quotes as a whole.
 *
 * The rule `section` shows an undamaged capture. The readers go by `line`, one line at a time, so
 * that a damaged line costs only itself.
 */
grammar HmcRecords;

section : NL* (line (NL+ line)* NL*)? EOF ;

line
  : pairs    # pairsLine
  | names    # namesLine
  | values   # valuesLine
  | NOTHING  # nothingLine
  | MESSAGE  # messageLine
  ;

/** curr_pool_mem=24576,sys_firmware_pool_mem=282,"paging_vios_names=vios1,vios2" */
pairs : pair (COMMA pair)* ;

pair : PAIR | QUOTED_PAIR ;

/** time,curr_pool_mem,lpar_run_mem: what --header prints first */
names : NAME (COMMA NAME)+ ;

/** 09/26/2018 12:13:04,24576,308,24,34816,282 */
values : value (COMMA value)+ ;

/** A value may be empty: curr_proc_units of a partition with processors of its own. */
value : (VALUE | NAME | QUOTED)? ;

NL : '\r'? '\n' ;
NOTHING : 'No results were found.' ;
/** HSCLA4A0 The operation failed because the managed system does not support ... */
MESSAGE : ('HSC' | 'VIOSE') [A-Z0-9]+ [ \t]+ ~[\r\n]* ;
COMMA : ',' ;
QUOTED_PAIR : '"' KEY '=' ~["\r\n]* '"' ;
QUOTED : '"' ~["\r\n]* '"' ;
PAIR : KEY '=' ~[,"\r\n]* ;
NAME : KEY ;
VALUE : ~[,"\r\n]+ ;
/** A quote that has no other. */
OTHER : . ;

fragment KEY : [a-z] [a-z0-9_]* ;
