package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Reader { };",
        "class LIB_API Reader;",
        "namespace a { }",
        "template <typename T> struct A;",
        "struct A { public: int x; };",
        "#include <vector>\nint f();",
        "std::size_t f();",
        "using size = int;",
        "struct A { virtual void f(); };",
        "#ifndef __cplusplus\n#error\n#endif\nnamespace a { }"
      })
  void aWordThatOnlyCppHasMakesItCpp(String text) {
    assertThat(language(text)).isEqualTo("cpp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#include <stdio.h>\nint f(void);",
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void);\n#ifdef __cplusplus\n}\n#endif",
        "#if defined(__cplusplus)\n#if A\nnamespace a { }\n#endif\nclass B;\n#endif\nint f(void);",
        "/* class A of parcels\n   namespace b { } */\nint f(int class, int template);",
        "// using the shelf\nstruct a { int namespace; };",
        "#define X template <class T>\nint f(void);",
        "const char *s = \"std::string\";"
      })
  void everythingElseIsC(String text) {
    assertThat(language(text)).isEqualTo("c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#import <Foundation/Foundation.h>", "@interface A : NSObject\n@end"})
  void objectiveCIsNeither(String text) {
    assertThat(language(text)).isEqualTo("objc");
  }

  private static String language(String text) {
    return HeaderLanguage.of(text.getBytes(UTF_8));
  }
}
