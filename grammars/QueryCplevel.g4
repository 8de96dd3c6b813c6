/**
 * The answer of CP to QUERY CPLEVEL: the release of z/VM, when it was generated and when it was
 * started. It gives no sample; what else the same session says belongs to this release.
 */
grammar QueryCplevel;
options { caseInsensitive = true; }
import CpEcho, Blanks;

section : NL* level NL+ ( loaded NL+ )* EOF ;

line
  : ECHO? level loaded*   # levelLine
  | loaded+               # loadedLine
  ;

/** z/VM Version 7 Release 2.0, service level 2001 (64-bit) */
level : 'z/VM' 'Version' version 'Release' release ',' 'service' 'level' word word? ;

version : word ;

release : word ;

/** Generated at 07/29/20 16:50:40 EDT */
loaded : ( GENERATED | IPL ) AT word word word? ;

word : NUMBER | WORD ;

GENERATED : 'Generated' ;
IPL : 'IPL' ;
AT : 'at' ;
NUMBER : [0-9]+ ( '.' [0-9]+ )? ;
WORD : ~[ \t\r\n,]+ ;
