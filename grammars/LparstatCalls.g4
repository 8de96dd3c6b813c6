/**
 * What lparstat -H and lparstat -E print: hypervisor calls, and the use of processors at the actual
 * and at the nominal frequency. Nothing of it is about memory: the grammar is here so that it is
 * known for what it is.
 */
grammar LparstatCalls;
import Blanks;

section : NL* (line NL+)* line? EOF ;

line
  : configuration   # configurationLine
  | heading         # headingLine
  | call            # callLine
  | processors      # processorsLine
  ;

/** System configuration: type=Shared mode=Uncapped smt=4 lcpu=4 mem=2048MB psize=40 ent=0.20 */
configuration : CONFIGURATION ~NL* ;

heading
  : 'Detailed' 'information' 'on' 'Hypervisor' 'Calls'
  | 'Hypervisor' 'Number' 'of' '%Total' 'Time' '%Hypervisor' 'Avg' 'Call' 'Max' 'Call'
  | 'Call' 'Calls' 'Spent' 'Time' 'Spent' 'Time(ns)' 'Time(ns)'
  | 'Physical' 'Processor' ('Utilisation:' | 'Utilization:')
  | ACTUAL NORMALISED
  | 'user' 'sys' 'wait' 'idle' 'freq' 'user' 'sys' 'wait' 'idle'
  | RULE+
  ;

/** page_init                     3255            0.0           8.7        532        2625 */
call : name NUMBER NUMBER NUMBER NUMBER NUMBER ;

name : WORD | 'user' | 'sys' | 'wait' | 'idle' | 'freq' ;

/** 0.008 0.012 0.000 0.180 3.6GHz[100%] 0.008 0.012 0.000 0.180 */
processors : NUMBER NUMBER NUMBER NUMBER FREQUENCY NUMBER NUMBER NUMBER NUMBER ;

CONFIGURATION : [Ss] 'ystem' [ \t]+ [Cc] 'onfiguration:' ;
ACTUAL : '-'+ 'Actual' '-'+ ;
NORMALISED : '-'+ ('Normalised' | 'Normalized') '-'+ ;
RULE : '-' '-'+ ;
NUMBER : [0-9]+ ('.' [0-9]+)? ;
FREQUENCY : [0-9.]+ 'GHz[' [ 0-9.]+ '%]' ;
WORD : ~[ \t\r\n]+ ;
