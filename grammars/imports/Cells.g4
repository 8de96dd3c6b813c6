/** The cells of a table of numbers. They are the last tokens of a grammar: a word is what is left. */
lexer grammar Cells;
import Blanks;

RULE : '-' '-'+ ;
ABSENT : '-' ;
TIME : [0-9] [0-9]? ':' [0-9] [0-9] ':' [0-9] [0-9] ;
NUMBER : [0-9]+ ('.' [0-9]*)? | '.' [0-9]+ ;
WORD : ~[ \t\r\n]+ ;
