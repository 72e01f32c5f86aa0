package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One way of naming things per language, on facts written by hand. */
class LanguageResolutionTest {
  private static List<String> edges(Map<String, Object> files) {
    CodeGraphBuilder builder = new CodeGraphBuilder();
    new TreeMap<>(files)
        .forEach((path, content) -> {
          if (content instanceof FactsOf facts) {
            facts.addTo(builder, path);
          } else {
            builder.add(
                path,
                SourceText.of((String) content),
                FileFacts.none("text", FileFacts.Outcome.TEXT));
          }
        });
    return TestRepository.edges(builder.build());
  }

  @Test
  void aGoImportIsAFolderAndAMethodIsFoundThroughTheTypeOfItsReceiver() {
    FactsOf store =
        new FactsOf("go")
            .namespace("store")
            .line("type Store struct {}")
            .symbol(SymbolKind.STRUCT, "Store")
            .line("func (s *Store) Keep() {}")
            .symbol(SymbolKind.METHOD, "Keep", -1, "Store")
            .line("func New() *Store {}")
            .symbol(SymbolKind.FUNCTION, "New");
    FactsOf user =
        new FactsOf("go")
            .namespace("main")
            .line("import \"example.org/shop/store\"")
            .imports("example.org/shop/store", "", "store")
            .line("func main() {}")
            .symbol(SymbolKind.FUNCTION, "main")
            .line("s := store.New()")
            .call("store", "New")
            .line("s.Keep()")
            .call("s", "Keep");

    assertThat(
            edges(
                Map.of(
                    "go.mod", "module example.org/shop\n",
                    "store/store.go", store,
                    "cmd/main.go", user)))
        .containsExactly(
            "cmd/main.go:3 -> store/store.go#New", "cmd/main.go:4 -> store/store.go#Store.Keep");
  }

  @Test
  void aRustPathGoesThroughModulesAndSelf() {
    FactsOf parcel =
        new FactsOf("rust")
            .line("pub struct Parcel {}")
            .symbol(SymbolKind.STRUCT, "Parcel")
            .line("pub fn new() -> Self {}")
            .symbol(SymbolKind.METHOD, "new", -1, "Parcel")
            .line("pub fn weigh(&self) {}")
            .symbol(SymbolKind.METHOD, "weigh", -1, "Parcel")
            .line("Self::new();")
            .call("Self", "new");
    FactsOf main =
        new FactsOf("rust")
            .line("use crate::shop::parcel::Parcel;")
            .imports("crate::shop::parcel", "Parcel", "Parcel")
            .line("fn main() {}")
            .symbol(SymbolKind.FUNCTION, "main")
            .line("let p = Parcel::new();")
            .call("Parcel", "new")
            .line("p.weigh();")
            .call("p", "weigh")
            .line("crate::shop::open();")
            .call("crate::shop", "open");
    FactsOf shop = new FactsOf("rust").line("pub fn open() {}").symbol(SymbolKind.FUNCTION, "open");

    assertThat(
            edges(
                Map.of(
                    "src/main.rs", main,
                    "src/shop/mod.rs", shop,
                    "src/shop/parcel.rs", parcel)))
        .containsExactly(
            "src/main.rs:3 -> src/shop/parcel.rs#Parcel.new",
            "src/main.rs:4 -> src/shop/parcel.rs#Parcel.weigh",
            "src/main.rs:5 -> src/shop/mod.rs#open",
            "src/shop/parcel.rs:4 -> src/shop/parcel.rs#Parcel.new");
  }

  @Test
  void aPrototypeOfAnIncludedHeaderLeadsToItsBody() {
    FactsOf header =
        new FactsOf("c").line("int weigh(int x);").symbol(SymbolKind.FUNCTION, "weigh");
    FactsOf body =
        new FactsOf("c")
            .line("int weigh(int x) { return x; }")
            .symbol(SymbolKind.FUNCTION, "weigh");
    FactsOf user =
        new FactsOf("c")
            .line("#include \"scales/weigh.h\"")
            .imports("scales/weigh.h", "", "scales/weigh.h")
            .line("int main() { }")
            .symbol(SymbolKind.FUNCTION, "main")
            .line("weigh(1);")
            .call("", "weigh");

    assertThat(
            edges(
                Map.of("include/scales/weigh.h", header, "src/weigh.c", body, "src/main.c", user)))
        .containsExactly("src/main.c:3 -> src/weigh.c#weigh");
  }

  @Test
  void aMethodOfAClassInANamespaceIsFoundFromWithinIt() {
    FactsOf parcel =
        new FactsOf("cpp")
            .line("namespace shop { }")
            .symbol(SymbolKind.NAMESPACE, "shop")
            .line("class Parcel { }")
            .symbol(SymbolKind.CLASS, "Parcel", 0, "")
            .line("static int weigh() { }")
            .symbol(SymbolKind.METHOD, "weigh", 1, "");
    FactsOf user =
        new FactsOf("cpp")
            .line("#include \"parcel.h\"")
            .imports("parcel.h", "", "parcel.h")
            .line("int main() { }")
            .symbol(SymbolKind.FUNCTION, "main")
            .line("shop::Parcel::weigh();")
            .call("shop::Parcel", "weigh");

    assertThat(edges(Map.of("parcel.h", parcel, "main.cpp", user)))
        .containsExactly("main.cpp:3 -> parcel.h#Parcel.weigh");
  }

  @Test
  void aPartialClassIsOneClassAndOuterNamespacesAreSeen() {
    FactsOf one =
        new FactsOf("csharp")
            .namespace("Shop.Store")
            .line("partial class Disk { }")
            .symbol(SymbolKind.CLASS, "Disk")
            .line("void Keep() { }")
            .symbol(SymbolKind.METHOD, "Keep", 0, "")
            .line("Flush();")
            .call("", "Flush")
            .line("Clock.Now();")
            .call("Clock", "Now");
    FactsOf two =
        new FactsOf("csharp")
            .namespace("Shop.Store")
            .line("partial class Disk { }")
            .symbol(SymbolKind.CLASS, "Disk")
            .line("void Flush() { }")
            .symbol(SymbolKind.METHOD, "Flush", 0, "");
    FactsOf clock =
        new FactsOf("csharp")
            .namespace("Shop")
            .line("class Clock { }")
            .symbol(SymbolKind.CLASS, "Clock")
            .line("static void Now() { }")
            .symbol(SymbolKind.METHOD, "Now", 0, "");

    assertThat(edges(Map.of("a/Disk.cs", one, "a/Disk.Io.cs", two, "Clock.cs", clock)))
        .containsExactly(
            "a/Disk.cs:3 -> a/Disk.Io.cs#Disk.Flush", "a/Disk.cs:4 -> Clock.cs#Clock.Now");
  }

  @Test
  void aPhpNameIsTheOneItsUseClauseSays() {
    FactsOf store =
        new FactsOf("php")
            .namespace("Shop\\Store")
            .line("class Disk { }")
            .symbol(SymbolKind.CLASS, "Disk")
            .line("public function keep() { }")
            .symbol(SymbolKind.METHOD, "keep", 0, "");
    FactsOf user =
        new FactsOf("php")
            .namespace("Web")
            .line("use Shop\\Store\\Disk as D;")
            .imports("Shop\\Store", "Disk", "D")
            .line("function go(D $disk) { }")
            .symbol(SymbolKind.FUNCTION, "go")
            .type("", "D")
            .line("$disk->keep();")
            .call("$disk", "keep");

    assertThat(edges(Map.of("src/Disk.php", store, "web/go.php", user)))
        .contains("web/go.php:3 -> src/Disk.php#Disk.keep");
  }

  @Test
  void aRubyClassIsFoundByItsModulesAndAMixedInModuleGivesItsMethods() {
    FactsOf site =
        new FactsOf("ruby")
            .line("module Shop {")
            .symbol(SymbolKind.NAMESPACE, "Shop")
            .line("class Site {")
            .symbol(SymbolKind.CLASS, "Site", 0, "")
            .line("def weigh {")
            .symbol(SymbolKind.METHOD, "weigh", 1, "");
    FactsOf user =
        new FactsOf("ruby")
            .line("def go {")
            .symbol(SymbolKind.FUNCTION, "go")
            .line("site = Shop::Site.new")
            .call("Shop::Site", "new")
            .line("site.weigh")
            .call("site", "weigh");

    assertThat(edges(Map.of("lib/shop/site.rb", site, "bin/go.rb", user)))
        .contains("bin/go.rb:3 -> lib/shop/site.rb#Site.weigh");
  }

  @Test
  void aLuaModuleAndAHaskellModuleAreFoundByTheirNames() {
    FactsOf tools =
        new FactsOf("lua").line("function M.weigh() {").symbol(SymbolKind.METHOD, "weigh", -1, "M");
    FactsOf user =
        new FactsOf("lua")
            .line("local t = require('shop.tools')")
            .imports("shop.tools", "", "t")
            .line("function go() {")
            .symbol(SymbolKind.FUNCTION, "go")
            .line("t.weigh()")
            .call("t", "weigh");
    FactsOf map =
        new FactsOf("haskell")
            .namespace("Data.Shop")
            .line("weigh x = x")
            .symbol(SymbolKind.FUNCTION, "weigh");
    FactsOf reader =
        new FactsOf("haskell")
            .namespace("Main")
            .line("import qualified Data.Shop as S")
            .imports("Data.Shop", "*", "S")
            .line("main = {")
            .symbol(SymbolKind.FUNCTION, "main")
            .line("S.weigh 1")
            .call("S", "weigh");

    assertThat(
            edges(
                Map.of(
                    "frontend/shop/tools.lua", tools,
                    "frontend/user.lua", user,
                    "src/Data/Shop.hs", map,
                    "app/Main.hs", reader)))
        .containsExactly(
            "app/Main.hs:3 -> src/Data/Shop.hs#weigh",
            "frontend/user.lua:3 -> frontend/shop/tools.lua#weigh");
  }

  @Test
  void aScriptAliasAndAPackageOfTheSameRepositoryLeadToTheirFiles() {
    FactsOf tools =
        new FactsOf("typescript")
            .line("export function weigh() {")
            .symbol(SymbolKind.FUNCTION, "weigh");
    FactsOf kit =
        new FactsOf("typescript")
            .line("export function pack() {")
            .symbol(SymbolKind.FUNCTION, "pack");
    FactsOf user =
        new FactsOf("typescript")
            .line("import { weigh } from '@/tools'")
            .imports("@/tools", "weigh", "weigh")
            .line("import { pack } from '@shop/kit'")
            .imports("@shop/kit", "pack", "pack")
            .line("function go() {")
            .symbol(SymbolKind.FUNCTION, "go")
            .line("weigh()")
            .call("", "weigh")
            .line("pack()")
            .call("", "pack");

    assertThat(
            edges(
                Map.of(
                    "tsconfig.json",
                        "{ // base\n \"compilerOptions\": {\"paths\": {\"@/*\": [\"./src/*\"]}}}\n",
                    "packages/kit/package.json", "{\"name\": \"@shop/kit\"}\n",
                    "packages/kit/src/index.ts", kit,
                    "src/tools.ts", tools,
                    "src/user.ts", user)))
        .containsExactly(
            "src/user.ts:4 -> src/tools.ts#weigh",
            "src/user.ts:5 -> packages/kit/src/index.ts#pack");
  }
}
