; Haskell. What the captures mean: see MatchCollector.

(header module: (module) @namespace)
(header !exports) @exported.all
(export variable: (_) @exported)
(export type: (_) @exported)
(export operator: (prefix_id (_) @exported))
(module_export (module) @exported)

; Types and their constructors
(data_type name: (_) @name) @symbol.struct
(newtype name: (_) @name) @symbol.struct
(type_synomym name: (_) @name) @symbol.type_alias
(type_family name: (_) @name) @symbol.type_alias
(data_family name: (_) @name) @symbol.type_alias
(class name: (_) @name "where"? @body) @symbol.trait
(data_constructor constructor: (record name: (_) @name)) @symbol.constructor
(data_constructor constructor: (prefix name: (_) @name)) @symbol.constructor
(data_constructor constructor: (infix operator: (_) @name)) @symbol.constructor
(newtype_constructor name: (_) @name) @symbol.constructor
(gadt_constructor name: (constructor) @name) @symbol.constructor
(field name: (field_name (variable) @name)) @symbol.field

; Functions of instances belong to the type
(instance
  patterns: (type_patterns . [
    (name) @owner
    (parens type: (apply constructor: (name) @owner))
    (parens type: (apply constructor: (apply constructor: (name) @owner)))])
  declarations: (instance_declarations
    (function name: (variable) @name match: (_) @body) @symbol.method.joined))
(instance
  patterns: (type_patterns . [
    (name) @owner
    (parens type: (apply constructor: (name) @owner))
    (parens type: (apply constructor: (apply constructor: (name) @owner)))])
  declarations: (instance_declarations
    (bind name: (variable) @name match: (_) @body) @symbol.method.joined))

; Functions and values: the signature and all equations are one
(class_declarations [
  (signature name: (variable) @name)
  (signature name: (prefix_id (_) @name))
  (signature names: (binding_list name: (variable) @name))
  (function name: (variable) @name match: (_) @body)
  (bind name: (variable) @name match: (_) @body)] @symbol.method.joined)
(declarations (signature name: (variable) @name type: (name)) @symbol.variable.joined)
(declarations [
  (signature name: (variable) @name)
  (signature name: (prefix_id (_) @name))
  (signature names: (binding_list name: (variable) @name))
  (function name: (variable) @name match: (_) @body)
  (function name: (prefix_id (_) @name) match: (_) @body)
  (function (infix operator: (operator) @name) match: (_) @body)
  (function (infix operator: (infix_id (variable) @name)) match: (_) @body)] @symbol.function.joined)
(declarations (bind name: (variable) @name match: (_) @body) @symbol.variable.joined)
(foreign_import signature: (signature name: (variable) @name)) @symbol.function
(pattern_synonym (equation synonym: (apply function: (constructor) @name))) @symbol.constructor

; Imports
(import module: (module) @import.module @import.all !names !alias)
(import module: (module) @import.module @import.all alias: (module) @import.alias !names)
((import module: (module) @import.module !alias names: (import_list) @import.from) @_import
  (#not-match? @_import "\\bhiding\\s*\\("))
((import module: (module) @import.module alias: (module) @import.alias
  names: (import_list) @import.from) @_import
  (#not-match? @_import "\\bhiding\\s*\\("))
(import_name variable: (_) @import.member)
(import_name type: (_) @import.member)
(import_name operator: (prefix_id (_) @import.member))
((import module: (module) @import.module @import.all) @_import
  (#match? @_import "\\bhiding\\s*\\("))

; Supertypes: what a class asks for, what a type derives, what an instance gives a type
(class context: (context context: (apply constructor: (name) @inherit)))
(class context: (context context: (_ (apply constructor: (name) @inherit))))
((deriving classes: [(name) @inherit (_ (name) @inherit)])
  (#not-any-of? @inherit "Show" "Read" "Eq" "Ord" "Enum" "Bounded"))
(instance name: (name) @inherit
  patterns: (type_patterns . [
    (name) @owner
    (parens type: (apply constructor: (name) @owner))
    (parens type: (apply constructor: (apply constructor: (name) @owner)))]))

; Calls
(apply function: [(variable) (constructor)] @call)
(apply function: (qualified module: (_) @qualifier id: [(variable) (constructor)] @call))
(infix left_operand: [
  [(variable) (constructor)] @call
  (qualified module: (_) @qualifier id: [(variable) (constructor)] @call)]
  operator: (operator) @_operator
  (#any-of? @_operator "$" "." "<$>" ">>=" "=<<" "<*>" ">>" "*>" "<*" ">=>" "<|>" "$!" "<$"))
(infix right_operand: [
  [(variable) (constructor)] @call
  (qualified module: (_) @qualifier id: [(variable) (constructor)] @call)]
  operator: (operator) @_operator
  (#any-of? @_operator "." ">>=" "<*>" ">>" "*>" "<*" ">=>" "<|>"))
(infix operator: (infix_id (variable) @call))
(exp (variable) @call)
(match expression: (variable) @call)

; Types in use
(qualified module: (module) @qualifier id: (name) @type)
([
  (apply constructor: (name) @type)
  (apply argument: (name) @type)
  (function parameter: (name) @type)
  (function result: (name) @type)
  (field type: (name) @type)
  (prefix field: (name) @type)
  (signature type: (name) @type)
  (list element: (name) @type)
  (type_synomym type: (name) @type)
  ]
  (#not-any-of? @type
    "Int" "Integer" "Double" "Float" "Bool" "Char" "String" "Text" "ByteString" "IO" "Maybe" "Either"
    "Map" "Set" "Word" "Ordering"))

((haddock) @comment (#not-match? @comment "^(--|\\{-) *\\^"))
((comment) @comment (#not-match? @comment "^(--|\\{-) *\\^"))
