/** The command that stands before its answer on one line: ===> q alloc page */
lexer grammar CpEcho;

ECHO
  : ( '='+ '>' [ \t]* )? ( ( '#'? 'cp' | 'vmcp' ) [ \t]+ )?
    ( CP_QUERY [ \t]+ CP_QUERIED | CP_INDICATE [ \t]+ CP_INDICATED )
    ( [ \t]+ ( 'page' | 'map' | 'exp' | 'spool' | 'drct' | 'tdisk' ) )?
  ;

fragment CP_QUERY : 'q' ( 'u' ( 'e' ( 'r' 'y'? )? )? )? ;
fragment CP_QUERIED
  : 'alloc' 'ate'? | 'stor' ( 'a' ( 'g' 'e'? )? )? | 'frames' | 'xstor' ( 'e' | 'age' )?
  | 'cplevel' | 'cpowned' | 'srm'
  ;
fragment CP_INDICATE : 'ind' ( 'i' ( 'c' ( 'a' ( 't' 'e'? )? )? )? )? ;
fragment CP_INDICATED : 'user' | 'load' | 'paging' | 'i/o' | 'io' | 'q' ( 'ueues' )? ;
