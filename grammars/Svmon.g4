/**
 * The report of AIX svmon -G: every unit, with and without shared, expanded and large-page memory.
 *
 * The rule `section` shows an undamaged capture. The reader goes by `line`, one line at a time, so
 * that a damaged line costs only itself.
 */
grammar Svmon;
import Blanks;

options { caseInsensitive = true; }

section
  : NL* report ( NL+ report )* NL* EOF
  ;

report
  : oldBlock
  | unitBlock? ( memoryBlock breakdownBlock? pageSizeBlock? | longBlock ) ( NL+ otherBlock )*
  ;

unitBlock      : unit NL ( ruler NL )? ;
oldBlock       : oldHeader NL row ;
memoryBlock    : memoryHeader NL memory NL pagingSpace ;
breakdownBlock : NL+ breakdownHeader NL pinned NL inUse ;
pageSizeBlock  : NL+ pageSizeHeader ( NL pageSize )+ ;
longBlock      : title NL ruler NL memoryHeader NL row ;
otherBlock     : otherHeader ( NL row )+ | otherFigures ;

line
  : unit             # unitLine
  | ruler            # rulerLine
  | title            # titleLine
  | oldHeader        # oldHeaderLine
  | memoryHeader     # memoryHeaderLine
  | breakdownHeader  # breakdownHeaderLine
  | pageSizeHeader   # pageSizeHeaderLine
  | otherHeader      # otherHeaderLine
  | otherFigures     # otherFiguresLine
  | memory           # memoryLine
  | pagingSpace      # pagingSpaceLine
  | pinned           # pinnedLine
  | inUse            # inUseLine
  | pageSize         # pageSizeLine
  | row              # rowLine
  | unknownRow       # unknownRowLine
  ;

/** Unit: auto      Timestamp:16:02:23 */
unit : UNIT unitName timestamp? | timestamp ;

unitName : SCALE | OTHER_UNIT | WORD ;

timestamp : STAMPED | TIMESTAMP ( TIME | WORD | NUMBER ) ;

/** ---------------------------------------------------------------------------------- */
ruler : RULE+ ;

/** Memory, alone and centred: the title of summary=longreal */
title : MEMORY ;

/** size       inuse        free         pin     virtual  available      loaned   mmode */
memoryHeader : memoryHeading memoryHeading+ ;

memoryHeading
  : SIZE | INUSE | FREE | PIN | VIRTUAL | AVAILABLE | LOANED | MMODE | PGSP
  | WORD
  ;

/**
 * size inuse free pin  work pers clnt  work pers clnt  size inuse: of AIX 4.3, one row for all:
 * memory, of it in use, pinned, paging space
 */
oldHeader : SIZE INUSE FREE PIN WORK PERS CLNT WORK PERS CLNT SIZE INUSE ;

/** work        pers        clnt       other */
breakdownHeader : breakdownHeading breakdownHeading+ ;

breakdownHeading : WORK | PERS | CLNT | OTHER | WORD ;

/** PageSize   PoolSize       inuse        pgsp         pin     virtual */
pageSizeHeader : pageSizeHeading pageSizeHeading+ ;

pageSizeHeading : PAGESIZE | POOLSIZE | INUSE | PGSP | PIN | VIRTUAL | WORD ;

/**
 * Blocks that carry nothing of ours: expanded memory and processor affinity. Their prints are not
 * public; the names are from memory.
 */
otherHeader : ( CURSZ | TXF | DOMAIN ) ( WORD | FREE )+ ;

/** True Memory: 4194304, and what of a row above is compressed */
otherFigures : ( TRUE_MEMORY | COMPRESSED ) cell+ ;

/** memory      5.00G       2.96G       1.52G     493.43M       2.79G       1.52G     801.29M */
memory : MEMORY cell+ ;

/** pg space    20.0G       18.1M; always two values */
pagingSpace : PG_SPACE cell+ ;

/** pin         45046           0        2108      134016 */
pinned : PIN cell+ ;

/** in use     454093           0      430650; never a value under `other` */
inUse : IN_USE cell+ ;

/** m   64 KB         -       15418           0       11444       15418 */
pageSize : ( PAGE_CLASS | WORD ) ( NUMBER SCALE | SCALED ) cell+ ;

/** 25165824   7255120  17910704    4507712   4913152  19409452   1572864 */
row : figure figure+ MODE? ;

/** A row with a label that is not known, so strict that prose is none. */
unknownRow : WORD WORD? figure figure+ MODE? ;

/** A cell may hold anything; what is no figure is told by the reader. */
cell : ~NL ;

figure : NUMBER | SCALED | ZERO_K | ABSENT ;

UNIT : 'unit:' ;
TIMESTAMP : 'timestamp:' ;
STAMPED : 'timestamp:' ~[ \t\r\n]+ ;
SCALE : 'kb' | 'mb' | 'gb' ;
OTHER_UNIT : 'auto' | 'page' | 'pages' ;

SIZE : 'size' ;
INUSE : 'inuse' ;
FREE : 'free' ;
PIN : 'pin' ;
VIRTUAL : 'virtual' ;
AVAILABLE : 'available' ;
LOANED : 'loaned' ;
MMODE : 'mmode' ;
PGSP : 'pgsp' ;
WORK : 'work' ;
PERS : 'pers' ;
CLNT : 'clnt' ;
OTHER : 'other' ;
PAGESIZE : 'pagesize' ;
POOLSIZE : 'poolsize' ;
CURSZ : 'cursz' ;
TXF : 'txf' ;
DOMAIN : 'domain' ;

MEMORY : 'memory' ;
PG_SPACE : 'pg' [ \t]+ 'space' ;
IN_USE : 'in' [ \t]+ 'use' ;
TRUE_MEMORY : 'true' [ \t]+ 'memory:' ;
COMPRESSED : 'ucomprsd' | 'comprsd' ;
PAGE_CLASS : 's' | 'm' | 'l' ;

/** Memory mode: dedicated or shared, -E where it is expanded. */
MODE : ( 'ded' | 'shar' ) '-e'? ;
/** 0K, as Unit: auto prints it where letters were misread. */
ZERO_K : 'ok' ;
RULE : '-' '-'+ ;
ABSENT : '-' | '...' ;
TIME : [0-9] [0-9]? ':' [0-9] [0-9] ':' [0-9] [0-9] ;
NUMBER : [0-9]+ ( '.' [0-9]* )? | '.' [0-9]+ ;
SCALED : NUMBER [kmgt] 'b'? ;
WORD : ~[ \t\r\n]+ ;
