/**
 * The line that AIX tools print above their tables. It comes before Cells in a list of imports, so
 * that a setting is no mere word.
 */
grammar SystemConfiguration;

/** System configuration: lcpu=8 mem=6144MB ent=0.40 mmode=shared mpsz=12.00GB */
configuration : CONFIGURATION setting* ;

setting : PAIR | WORD ;

/** System configuration changed. The current values may be invalid. */
changed : CHANGED ~NL* ;

CONFIGURATION : [Ss] 'ystem' [ \t]+ [Cc] 'onfiguration:' ;
CHANGED : [Ss] 'ystem' [ \t]+ [Cc] 'onfiguration' [ \t]+ 'changed' '.'? ;
/** mem=4096MB; on Linux a blank stands before the unit: mem=4101120 kB */
PAIR : [A-Za-z]+ '=' ( [0-9]+ [ \t]+ 'kB' | ~[ \t\r\n]* ) ;
