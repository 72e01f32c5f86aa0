; Rust. What the captures mean: see MatchCollector.

; Types
(struct_item
  name: (type_identifier) @name
  body: [(field_declaration_list) (ordered_field_declaration_list)]? @body) @symbol.struct
(union_item name: (type_identifier) @name body: (_) @body) @symbol.struct
(enum_item name: (type_identifier) @name body: (_) @body) @symbol.enum
(trait_item name: (type_identifier) @name body: (_) @body) @symbol.trait
(mod_item name: (identifier) @name body: (_) @body) @symbol.namespace

; Members written in an impl block; those of a trait are as open as the trait
(impl_item
  type: [
    (type_identifier) @owner
    (generic_type type: (type_identifier) @owner)
    (scoped_type_identifier name: (type_identifier) @owner)
    (generic_type type: (scoped_type_identifier name: (type_identifier) @owner))
    (reference_type type: (type_identifier) @owner)
    (dynamic_type trait: (type_identifier) @owner)
    (reference_type type: (generic_type type: (type_identifier) @owner))
  ]
  body: (declaration_list
    (function_item name: (identifier) @name body: (_) @body) @symbol.method))
(impl_item
  type: [
    (type_identifier) @owner
    (generic_type type: (type_identifier) @owner)
    (scoped_type_identifier name: (type_identifier) @owner)
    (generic_type type: (scoped_type_identifier name: (type_identifier) @owner))
  ]
  body: (declaration_list (const_item name: (identifier) @name) @symbol.constant))
(impl_item
  type: [
    (type_identifier) @owner
    (generic_type type: (type_identifier) @owner)
    (scoped_type_identifier name: (type_identifier) @owner)
    (generic_type type: (scoped_type_identifier name: (type_identifier) @owner))
  ]
  body: (declaration_list (type_item name: (type_identifier) @name) @symbol.type_alias))
(impl_item
  body: (declaration_list
    (function_item name: (identifier) @name body: (_) @body) @symbol.method))
(impl_item
  trait: (_)
  body: (declaration_list
    [(function_item "fn" @modifier.public)
     (const_item "const" @modifier.public)
     (type_item "type" @modifier.public)]))

; Other members
(field_declaration name: (field_identifier) @name) @symbol.field
(enum_variant name: (identifier) @name) @symbol.enum_member
(associated_type name: (type_identifier) @name) @symbol.type_alias

; The rest
(function_item name: (identifier) @name body: (_) @body) @symbol.function
(function_signature_item name: (identifier) @name) @symbol.function
(type_item name: (type_identifier) @name) @symbol.type_alias
(const_item name: (identifier) @name (#not-any-of? @name "_")) @symbol.constant
(static_item (mutable_specifier) name: (identifier) @name) @symbol.variable
(static_item name: (identifier) @name) @symbol.constant
(macro_definition name: (identifier) @name ["{" "(" "["] @body) @symbol.function

(visibility_modifier) @modifier
(attribute_item) @prefix
(attribute_item (attribute (identifier) @modifier.public)
  (#any-of? @modifier.public "macro_export"))

; Imports
(scoped_use_list path: (_) @import.group.path list: (use_list) @import.group)
(scoped_use_list path: (_) @import.path list: (use_list (self)))
(use_declaration argument: (identifier) @import.path)
(use_declaration
  argument: (scoped_identifier path: (_) @import.module name: (identifier) @import.name))
(use_declaration
  argument: (use_as_clause
    path: (scoped_identifier path: (_) @import.module name: (identifier) @import.name)
    alias: (identifier) @import.alias))
(use_declaration
  argument: (use_as_clause path: (identifier) @import.module alias: (identifier) @import.alias))
(use_declaration argument: (use_wildcard (_) @import.module) @import.all)
(use_list (identifier) @import.name)
(use_list (scoped_identifier path: (_) @import.module name: (identifier) @import.name))
(use_list
  (use_as_clause path: (identifier) @import.name alias: (identifier) @import.alias))
(use_list
  (use_as_clause
    path: (scoped_identifier path: (_) @import.module name: (identifier) @import.name)
    alias: (identifier) @import.alias))
(use_list (use_wildcard (_) @import.module) @import.all)
(extern_crate_declaration name: (identifier) @import.path !alias)
(extern_crate_declaration name: (identifier) @import.module alias: (identifier) @import.alias)
(mod_item name: (identifier) @import.child !body)

; Traits of types, supertraits
(impl_item
  trait: [
    (type_identifier) @inherit
    (generic_type type: (type_identifier) @inherit)
    (scoped_type_identifier path: (_) @qualifier name: (type_identifier) @inherit)
    (generic_type
      type: (scoped_type_identifier path: (_) @qualifier name: (type_identifier) @inherit))
  ]
  type: [
    (type_identifier) @owner
    (generic_type type: (type_identifier) @owner)
    (scoped_type_identifier name: (type_identifier) @owner)
    (generic_type type: (scoped_type_identifier name: (type_identifier) @owner))
    (_)
  ])
(trait_item bounds: (trait_bounds (type_identifier) @inherit))
(trait_item bounds: (trait_bounds (generic_type type: (type_identifier) @inherit)))
(trait_item
  bounds: (trait_bounds
    (scoped_type_identifier path: (_) @qualifier name: (type_identifier) @inherit)))

; Attributes
(attribute_item (attribute . (identifier) @annotation) (#not-any-of? @annotation "derive"))
(attribute_item
  (attribute . (scoped_identifier path: (_) @qualifier name: (identifier) @annotation)))
(attribute_item
  (attribute
    . (identifier) @_derive
    arguments: (token_tree (identifier) @annotation))
  (#any-of? @_derive "derive")
  (#match? @annotation "^[A-Z]"))

; Calls
(call_expression function: (identifier) @call
  (#not-any-of? @call "Some" "Ok" "Err" "drop"))
(call_expression
  function: (scoped_identifier
    path: [(identifier) (scoped_identifier) (crate) (self) (super) (metavariable)] @qualifier
    name: (identifier) @call))
(call_expression
  function: (scoped_identifier path: (generic_type type: (_) @qualifier) name: (identifier) @call))
(call_expression
  function: (field_expression value: (_) @qualifier field: (field_identifier) @call))
(call_expression function: (generic_function function: (identifier) @call))
(call_expression
  function: (generic_function
    function: (scoped_identifier path: (_) @qualifier name: (identifier) @call)))
(call_expression
  function: (generic_function
    function: (field_expression value: (_) @qualifier field: (field_identifier) @call)))
(macro_invocation macro: (identifier) @call
  (#not-any-of? @call
    "assert" "assert_eq" "assert_ne" "cfg" "column" "compile_error" "concat" "dbg" "debug_assert"
    "debug_assert_eq" "debug_assert_ne" "env" "eprint" "eprintln" "file" "format" "format_args"
    "include" "include_bytes" "include_str" "line" "matches" "module_path" "option_env" "panic"
    "print" "println" "stringify" "thread_local" "todo" "unimplemented" "unreachable" "vec" "write"
    "writeln"))
(macro_invocation macro: (scoped_identifier path: (_) @qualifier name: (identifier) @call))
; What macros are given is a list of words
((token_tree (identifier) @call . (token_tree "("))
  (#not-any-of? @call
    "Some" "Ok" "Err" "drop" "if" "match" "while" "for" "in" "return"
    "assert" "assert_eq" "assert_ne" "debug_assert" "debug_assert_eq" "debug_assert_ne" "eprintln"
    "concat" "env" "format" "matches" "panic" "print" "println" "stringify" "todo" "unreachable"
    "vec" "write" "writeln"))
; A token_tree is around these; saying so takes the library a hundred times as long to analyse.
((identifier) @qualifier . "::" . (identifier) @call . (token_tree "("))

; Types in use
(type_parameters (type_identifier) @local)
(type_parameters (constrained_type_parameter left: (type_identifier) @local))
(type_parameters (optional_type_parameter name: (type_identifier) @local))
(type_parameters
  (optional_type_parameter name: (constrained_type_parameter left: (type_identifier) @local)))
(scoped_type_identifier path: (_) @qualifier name: (type_identifier) @type)
((type_identifier) @type (#not-any-of? @type "Self" "String" "Vec" "Option" "Box"))
(tuple_struct_pattern type: (identifier) @type (#not-any-of? @type "Some" "Ok" "Err"))
(tuple_struct_pattern
  type: (scoped_identifier path: (identifier) @type) (#not-any-of? @type "Self"))
(match_pattern (scoped_identifier path: (identifier) @type)
  (#match? @type "^[A-Z]") (#not-any-of? @type "Self"))
(arguments (scoped_identifier path: (identifier) @type)
  (#match? @type "^[A-Z]") (#not-any-of? @type "Self"))
(binary_expression (scoped_identifier path: (identifier) @type)
  (#match? @type "^[A-Z]") (#not-any-of? @type "Self"))
(let_declaration value: (scoped_identifier path: (identifier) @type)
  (#match? @type "^[A-Z]") (#not-any-of? @type "Self"))
(field_initializer value: (scoped_identifier path: (identifier) @type)
  (#match? @type "^[A-Z]") (#not-any-of? @type "Self"))

; Documentation: of what follows, or of the module around
(mod_item body: (declaration_list (line_comment inner: (_)) @docstring))
(mod_item body: (declaration_list (block_comment inner: (_)) @docstring))
(line_comment !inner) @comment
(block_comment !inner) @comment
