package ai.wikibuilder.facts.cfamily;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MacroMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class LIB_API Reader : Base { };|class Reader : Base { };",
        "struct LIB_API(4) Reader { };|struct Reader { };",
        "LIB_API int f(void);|int f(void);",
        "static LIB_INLINE char *f(void) { }|static char *f(void) { }",
        "LIB_API lib_State *(lib_new)(int);|const lib_State *(lib_new)(int);",
        "LIB_API std::vector<int> f();|std::vector<int> f();",
        "int f(void) LIB_NOTHROW;|int f(void) ;",
        "int f(void) LIB_PRINTF(1, 2) LIB_COLD;|int f(void) ;",
        "A() LIB_NOEXCEPT : x(1) { }|A() : x(1) { }",
        "namespace a { LIB_API int f(); }|namespace a { int f(); }",
        "class A { LIB_OBJECT ~A(); };|class A { ~A(); };",
        "LIB_BEGIN namespace a { } LIB_END|namespace a { }",
        "__attribute__((cold)) int f(void);|int f(void);",
        "class A { LIB_KIND(int, x); int y; };|class A { ; int y; };",
        "template <class T> LIB_CONSTEXPR T f() { }|template <class T> T f() { }",
        "typedef ULONG CALLBACK tide_cb(PVOID a, ULONG b);|typedef ULONG tide_cb(PVOID a, ULONG b);",
        "typedef ULONG CALLBACK _TIDE_ROUTINE(PVOID a);|typedef ULONG _TIDE_ROUTINE(PVOID a);",
        "typedef void *LIB_CALL tide_fn(int a);|typedef void * tide_fn(int a);"
      })
  void aMacroAroundADeclarationIsBlanked(String text, String expected) {
    assertThat(mask(text).strip().replaceAll(" +", " ")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FILE *f(void);",
        "HANDLE handle;",
        "HRESULT Window::open();",
        "DWORD open(int x);",
        "struct NODE node;",
        "struct NODE make(void) { }",
        "enum { ONE, TWO };",
        "enum KIND\n{\n  ONE\n};",
        "void f() { LIB_EACH(x) int y; }",
        "int x = (int) LIMIT;",
        "#define LIB_API int f\nint g;",
        "// LIB_API int f\nconst char *s = \"LIB_API int f\";",
        "int a[] = { LIB_ONE int };",
        "TEST(A, b) { }",
        "static BOOL flag = TRUE;",
        "typedef struct NODE node(int x);",
        "typedef DWORD tide(int x);",
        "typedef const DWORD tide(int x);"
      })
  void whatCouldBeATypeOrAValueStays(String text) {
    assertThat(mask(text)).isEqualTo(text);
  }

  @Test
  void aPointerToAFunctionIsStillADeclaration() {
    assertThat(mask("LIB_API label (*f)(int x) LIB_COLD;"))
        .isEqualTo("const   label (*f)(int x)         ;");
  }

  @Test
  void linesAndLengthStayWhateverTheText() {
    Random random = new Random(7);
    String[] words = {
      "class",
      "LIB_API",
      "A",
      "{",
      "}",
      "(",
      ")",
      "\n",
      " ",
      ";",
      ":",
      "::",
      "<",
      ">",
      "\"",
      "'",
      "#",
      "/*",
      "*/",
      "//",
      "\\",
      "template",
      "[",
      "]",
      "R\"(",
      "int",
      "~",
      "*",
      "=",
      "é"
    };
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append(words[random.nextInt(words.length)]);
        text.append(random.nextBoolean() ? " " : "");
      }
      byte[] original = text.toString().getBytes(UTF_8);
      byte[] masked = MacroMask.mask(original);

      assertThat(masked).as("seed 7, round %d: %s", round, text).hasSameSizeAs(original);
      for (int i = 0; i < original.length; i++) {
        assertThat(masked[i] == '\n').isEqualTo(original[i] == '\n');
      }
    }
  }

  @Test
  void bracesThatOnlyCppSeesAreBlanked() {
    String begin = "#ifdef __cplusplus\nextern \"C\" {\n#endif\n";
    String end = "\n#if defined(__cplusplus)\n} // C\n#endif\n";

    assertThat(mask(begin + "int f(void);" + end)).doesNotContain("extern", "{", "}");
  }

  private static String mask(String text) {
    return new String(MacroMask.mask(text.getBytes(UTF_8)), UTF_8);
  }
}
