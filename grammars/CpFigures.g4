/**
 * The answers of z/VM's control program that are labels and values: QUERY STORAGE, QUERY XSTOR,
 * INDICATE USER. Blanks around the equals sign vary, a screen pads its lines with blanks, and a copy
 * may have run a whole answer together on one line, the command before it.
 *
 * The rule `section` shows undamaged answers. The readers go by `line`, one line at a time, so that
 * a damaged line costs only itself; each knows its own labels only.
 */
grammar CpFigures;
options { caseInsensitive = true; }
import CpEcho, Blanks;

section : NL* line (NL+ line)* NL* EOF ;

/**
 * STORAGE = 16G CONFIGURED = 16G INC = 256M STANDBY = 0  RESERVED = 0
 * PAGES: RES=1622  WS=1601  LOCKEDREAL=0  RESVD=0
 * XSTORE= 2048M online= 2048M
 */
line : ECHO? title? figure+ ;

/** What stands before the first label of a line: PAGES: or CPU 00: */
title : word+ ;

figure : label value ;

label : storage | xstor | guest | rest | USERID | XSTORE | OTHER ;

/** QUERY STORAGE */
storage : STORAGE | CONFIGURED | INCREMENT | STANDBY | RESERVED ;

/** QUERY XSTOR; it has XSTORE and USERID too. No capture of it is known: see QueryXstor. */
xstor : ONLINE | USAGE | RETAINED | PENDING | ATTACHABLE ;

/** INDICATE USER; it has XSTORE and USERID too. */
guest : STOR | RESIDENT | WORKING_SET | LOCKED | RESERVED_PAGES | INSTANTIATED ;

/** Labels of INDICATE USER that carry no sample: most of them count since the guest logged on. */
rest : REST ;

/** The value of a label: one word, save IPLSYS=DEV 0190 */
value : word* ;

word : SIZE | NUMBER | ABSENT | WORD | EQUALS | ECHO ;

STORAGE : 'STORAGE' EQ ;
CONFIGURED : 'CONFIGURED' EQ ;
INCREMENT : 'INC' EQ ;
STANDBY : 'STANDBY' EQ ;
RESERVED : 'RESERVED' EQ ;

XSTORE : 'XSTORE' EQ ;
USERID : 'USERID' EQ ;
ONLINE : 'ONLINE' EQ ;
USAGE : 'USAGE' EQ ;
RETAINED : 'RETAINED' EQ ;
PENDING : 'PENDING' EQ ;
ATTACHABLE : 'ATTACH' EQ ;

STOR : 'STOR' EQ ;
RESIDENT : 'RES' EQ ;
WORKING_SET : 'WS' EQ ;
LOCKED : 'LOCKEDREAL' EQ ;
RESERVED_PAGES : 'RESVD' EQ ;
INSTANTIATED : 'INSTAN' EQ ;
REST
  : ( 'MACH' | 'VIRT' | 'IPLSYS' | 'DEVNUM' | 'NPREF' | 'PREF' | 'READS' | 'WRITES' | 'CTIME'
    | 'VTIME' | 'TTIME' | 'IO' | 'RDR' | 'PRT' | 'PCH' | 'TYPE' | 'CPUAFFIN' ) EQ
  ;
OTHER : ~[ \t\r\n=]+ EQ ;

SIZE : [0-9]+ [KMGTP] ;
NUMBER : [0-9]+ ;
ABSENT : '-'+ | '.'+ | 'NONE' ;
EQUALS : '=' ;
WORD : ~[ \t\r\n=]+ ;

fragment EQ : [ \t]* '=' ;
