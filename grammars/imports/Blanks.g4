/** What all line grammars share: cells are parted by blanks or tabs, never by place. */
lexer grammar Blanks;

NL : '\r'? '\n' ;
BLANK : [ \t]+ -> skip ;
