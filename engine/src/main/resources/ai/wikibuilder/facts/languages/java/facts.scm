; Java. What the captures mean: see MatchCollector.

(package_declaration (_) @namespace)

; Types
(class_declaration name: (identifier) @name body: (_) @body) @symbol.class
(interface_declaration name: (identifier) @name body: (_) @body) @symbol.interface
(enum_declaration name: (identifier) @name body: (_) @body) @symbol.enum
(record_declaration name: (identifier) @name body: (_) @body) @symbol.record
(annotation_type_declaration name: (identifier) @name body: (_) @body) @symbol.annotation

; Members
(method_declaration name: (identifier) @name body: (block)? @body) @symbol.method
(constructor_declaration name: (identifier) @name body: (_) @body) @symbol.constructor
(compact_constructor_declaration name: (identifier) @name body: (_) @body) @symbol.constructor
(annotation_type_element_declaration name: (identifier) @name) @symbol.method
(field_declaration declarator: (variable_declarator name: (identifier) @name)) @symbol.field
(record_declaration parameters: (formal_parameters
  (formal_parameter type: (_) @modifier.public name: (identifier) @name) @symbol.field))
(constant_declaration declarator: (variable_declarator name: (identifier) @name)) @symbol.constant
(enum_constant name: (identifier) @name) @symbol.enum_member

(modifiers ["public" "protected" "private" "static" "final"] @modifier)

; Imports
(import_declaration
  (scoped_identifier scope: (_) @import.module name: (identifier) @import.name) .)
(import_declaration (identifier) @import.name .)
(import_declaration (_) @import.module (asterisk) @import.all)

; Supertypes
(superclass (type_identifier) @inherit)
(superclass (generic_type . (type_identifier) @inherit))
(superclass (scoped_type_identifier (_) @qualifier (type_identifier) @inherit .))
(superclass (generic_type . (scoped_type_identifier (_) @qualifier (type_identifier) @inherit .)))
(super_interfaces (type_list (type_identifier) @inherit))
(super_interfaces (type_list (generic_type . (type_identifier) @inherit)))
(super_interfaces (type_list (scoped_type_identifier (_) @qualifier (type_identifier) @inherit .)))
(super_interfaces (type_list (generic_type . (scoped_type_identifier (_) @qualifier (type_identifier) @inherit .))))
(extends_interfaces (type_list (type_identifier) @inherit))
(extends_interfaces (type_list (generic_type . (type_identifier) @inherit)))
(extends_interfaces (type_list (scoped_type_identifier (_) @qualifier (type_identifier) @inherit .)))
(extends_interfaces (type_list (generic_type . (scoped_type_identifier (_) @qualifier (type_identifier) @inherit .))))

; Annotations
(marker_annotation name: (identifier) @annotation)
(marker_annotation name: (scoped_identifier scope: (_) @qualifier name: (identifier) @annotation))
(annotation name: (identifier) @annotation)
(annotation name: (scoped_identifier scope: (_) @qualifier name: (identifier) @annotation))

; Calls
(method_invocation !object name: (identifier) @call)
(method_invocation object: (_) @qualifier name: (identifier) @call)
(method_reference . (_) @qualifier (identifier) @call .)
(method_reference . (identifier) @call "new")
(object_creation_expression type: (type_identifier) @call)
(object_creation_expression type: (generic_type . (type_identifier) @call))
(object_creation_expression
  type: (scoped_type_identifier (_) @qualifier (type_identifier) @call .))
(object_creation_expression
  type: (generic_type . (scoped_type_identifier (_) @qualifier (type_identifier) @call .)))

; Types in use
(type_parameter (type_identifier) @local)
(scoped_type_identifier (_) @qualifier (type_identifier) @type .)
(type_identifier) @type

(block_comment) @comment
(line_comment) @comment
