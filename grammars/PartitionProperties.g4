/**
 * The list that lparstat -i prints about its partition: a label, a colon, a value.
 *
 * The rule `section` shows an undamaged list. The reader goes by `line`, one line at a time, so that
 * a damaged line costs only itself. Which labels stand there, and in what order, hangs on the level
 * of AIX and on what a filter let pass. Blanks inside a label may be doubled, and footnote marks may
 * be glued to it.
 */
grammar PartitionProperties;
options { caseInsensitive = true; }
import Blanks;

section : NL* property (NL+ property)* NL* EOF ;

line
  : property                    # propertyLine
  | unknownLabel COLON value?   # unknownLine
  | label MARK* bareValue       # colonLostLine
  | WORD+                       # cutLabelLine
  ;

/** Total I/O Memory Entitlement               : 77.000 MB */
property : label MARK* COLON value? ;

label : sizeLabel | capacityLabel | countLabel | nameLabel | otherLabel ;

/** A number and its unit. */
sizeLabel
  : ONLINE_MEMORY | MAXIMUM_MEMORY | MINIMUM_MEMORY | DESIRED_MEMORY
  | TOTAL_IO_MEMORY_ENTITLEMENT | PHYSICAL_MEMORY_IN_THE_POOL
  ;

/** Processors, with decimals. */
capacityLabel : ENTITLED_CAPACITY ;

/** Whole numbers. */
countLabel : ONLINE_VIRTUAL_CPUS | VARIABLE_MEMORY_CAPACITY_WEIGHT | MEMORY_POOL_ID ;

nameLabel : NODE_NAME | PARTITION_NAME ;

/** Known, and without a sample of its own. */
otherLabel
  : TYPE | MODE | PARTITION_NUMBER | PARTITION_GROUP_ID | SHARED_POOL_ID
  | MAXIMUM_VIRTUAL_CPUS | MINIMUM_VIRTUAL_CPUS | DESIRED_VIRTUAL_CPUS
  | VARIABLE_CAPACITY_WEIGHT | DESIRED_VARIABLE_CAPACITY_WEIGHT
  | MINIMUM_CAPACITY | MAXIMUM_CAPACITY | DESIRED_CAPACITY | CAPACITY_INCREMENT
  | MAXIMUM_PHYSICAL_CPUS | ACTIVE_PHYSICAL_CPUS | SHARED_PHYSICAL_CPUS | ACTIVE_CPUS_IN_POOL
  | MAXIMUM_CAPACITY_OF_POOL | ENTITLED_CAPACITY_OF_POOL
  | UNALLOCATED_CAPACITY | UNALLOCATED_WEIGHT | PHYSICAL_CPU_PERCENTAGE
  | MEMORY_MODE | HYPERVISOR_PAGE_SIZE | MEMORY_GROUP_ID
  | UNALLOCATED_VARIABLE_MEMORY_CAPACITY_WEIGHT | UNALLOCATED_IO_MEMORY_ENTITLEMENT
  | TARGET_MEMORY_EXPANSION_FACTOR | TARGET_MEMORY_EXPANSION_SIZE
  | POWER_SAVING_MODE | SUB_PROCESSOR_MODE
  | PAGE_MEMORY | SERVICE_PARTITION_ID | CONFIGURED_LPARS
  ;

unknownLabel : ~(NL | COLON)+ ;

value
  : SIZE         # sizeValue
  | NUMBER       # numberValue
  | PART         # partValue
  | ABSENT       # absentValue
  | ~NL+         # textValue
  ;

bareValue : SIZE | NUMBER | PART | ABSENT | WORD ;

// The labels: NODE_NAME is the first of them and CONFIGURED_LPARS the last.
NODE_NAME : 'Node' B 'Name' ;
PARTITION_NAME : 'Partition' B 'Name' ;
PARTITION_NUMBER : 'Partition' B 'Number' ;
TYPE : 'Type' ;
MODE : 'Mode' ;
ENTITLED_CAPACITY : 'Entitled' B 'Capacity' ;
PARTITION_GROUP_ID : 'Partition' B 'Group-ID' ;
SHARED_POOL_ID : 'Shared' B 'Pool' B 'ID' ;
ONLINE_VIRTUAL_CPUS : 'Online' B 'Virtual' B 'CPUs' ;
MAXIMUM_VIRTUAL_CPUS : 'Maximum' B 'Virtual' B 'CPUs' ;
MINIMUM_VIRTUAL_CPUS : 'Minimum' B 'Virtual' B 'CPUs' ;
ONLINE_MEMORY : 'Online' B 'Memory' ;
MAXIMUM_MEMORY : 'Maximum' B 'Memory' ;
MINIMUM_MEMORY : 'Minimum' B 'Memory' ;
VARIABLE_CAPACITY_WEIGHT : 'Variable' B 'Capacity' B 'Weight' ;
MINIMUM_CAPACITY : 'Minimum' B 'Capacity' ;
MAXIMUM_CAPACITY : 'Maximum' B 'Capacity' ;
CAPACITY_INCREMENT : 'Capacity' B 'Increment' ;
MAXIMUM_PHYSICAL_CPUS : 'Maximum' B 'Physical' B 'CPUs' B 'in' B 'system' ;
ACTIVE_PHYSICAL_CPUS : 'Active' B 'Physical' B 'CPUs' B 'in' B 'system' ;
ACTIVE_CPUS_IN_POOL : 'Active' B 'CPUs' B 'in' B 'Pool' ;
SHARED_PHYSICAL_CPUS : 'Shared' B 'Physical' B 'CPUs' B 'in' B 'system' ;
MAXIMUM_CAPACITY_OF_POOL : 'Maximum' B 'Capacity' B 'of' B 'Pool' ;
ENTITLED_CAPACITY_OF_POOL : 'Entitled' B 'Capacity' B 'of' B 'Pool' ;
UNALLOCATED_CAPACITY : 'Unallocated' B 'Capacity' ;
PHYSICAL_CPU_PERCENTAGE : 'Physical' B 'CPU' B 'Percentage' ;
UNALLOCATED_WEIGHT : 'Unallocated' B 'Weight' ;
MEMORY_MODE : 'Memory' B 'Mode' ;
TOTAL_IO_MEMORY_ENTITLEMENT : 'Total' B 'I/O' B 'Memory' B 'Entitlement' ;
VARIABLE_MEMORY_CAPACITY_WEIGHT : 'Variable' B 'Memory' B 'Capacity' B 'Weight' ;
MEMORY_POOL_ID : 'Memory' B 'Pool' B 'ID' ;
PHYSICAL_MEMORY_IN_THE_POOL : 'Physical' B 'Memory' B 'in' B 'the' B 'Pool' ;
HYPERVISOR_PAGE_SIZE : 'Hypervisor' B 'Page' B 'Size' ;
UNALLOCATED_VARIABLE_MEMORY_CAPACITY_WEIGHT
  : 'Unallocated' B 'Variable' B 'Memory' B 'Capacity' B 'Weight' ;
UNALLOCATED_IO_MEMORY_ENTITLEMENT : 'Unallocated' B 'I/O' B 'Memory' B 'entitlement' ;
MEMORY_GROUP_ID : 'Memory' B 'Group' B 'ID' B 'of' B 'LPAR' ;
DESIRED_VIRTUAL_CPUS : 'Desired' B 'Virtual' B 'CPUs' ;
DESIRED_MEMORY : 'Desired' B 'Memory' ;
DESIRED_VARIABLE_CAPACITY_WEIGHT : 'Desired' B 'Variable' B 'Capacity' B 'Weight' ;
DESIRED_CAPACITY : 'Desired' B 'Capacity' ;
TARGET_MEMORY_EXPANSION_FACTOR : 'Target' B 'Memory' B 'Expansion' B 'Factor' ;
TARGET_MEMORY_EXPANSION_SIZE : 'Target' B 'Memory' B 'Expansion' B 'Size' ;
POWER_SAVING_MODE : 'Power' B 'Saving' B 'Mode' ;
SUB_PROCESSOR_MODE : 'Sub' B 'Processor' B 'Mode' ;
PAGE_MEMORY : '16GB' B 'Page' B 'Memory' ;
SERVICE_PARTITION_ID : 'Service' B 'Partition' B 'ID' ;
CONFIGURED_LPARS : 'Number' B 'of' B 'Configured' B 'LPARs' ;

SIZE : DECIMAL [ \t]* [kmgt] 'b' ;
NUMBER : DECIMAL ;
/** What is left of a number or size that was cut: 0. or 12.000 G */
PART : DECIMAL ('.' | ',' | [ \t]* [kmgt]) ;
ABSENT : '-' | 'n/a' ;
COLON : ':' ;
MARK : '*' ;
WORD : ~[ \t\r\n:*]+ ;

fragment DECIMAL : [0-9]+ ([.,] [0-9]+)? ;
fragment B : [ \t]+ ;
