package ai.wikibuilder.site;

import static ai.wikibuilder.site.DemoWiki.LINKS;
import static ai.wikibuilder.site.DemoWiki.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A drawing under fingers, mouse and keys, as a browser moves it. */
@EnabledIf(value = "isChromiumThere", disabledReason = "chromium is not on this machine")
class DiagramViewerTest {
  private static final int PHONE_WIDTH = 390;

  /** Pieces of one movement of a finger. */
  private static final int MOVE_COUNT = 12;

  /** Long enough for what a finger pushed to come to rest. */
  private static final double REST_MS = 400;

  @TempDir static Path temp;
  private static Chromium chromium;
  private static String file = "";

  private record Finger(double x, double y) {}

  static boolean isChromiumThere() {
    return Chromium.isThere();
  }

  @BeforeAll
  static void open() {
    chromium = Chromium.start();
    new SiteWriter(SiteSettings.standard())
        .write(
            DemoWiki.of(
                DemoWiki.page("overview", new Block.Figure(wide()), text(), text(), text())),
            TEXT,
            Optional.of(LINKS),
            temp.resolve("site"));
    file = temp.resolve("site/index.html").toUri().toString();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private static Block text() {
    return DemoWiki.paragraph(DemoWiki.say("Much is told here. ".repeat(120)));
  }

  /** Four times as wide as a phone; the box named first stands in its middle. */
  private static Diagram wide() {
    Evidence evidence = new Evidence("README.md", 1, 2);
    List<Diagram.Node> nodes = new ArrayList<>();
    List<Diagram.Edge> edges = new ArrayList<>();
    nodes.add(new Diagram.Node("hub", "Hub", "", Optional.empty(), Optional.of(evidence)));
    for (int i = 0; i < 9; i++) {
      String name = "Harbour master " + i;
      nodes.add(new Diagram.Node("n" + i, name, "", Optional.empty(), Optional.of(evidence)));
      edges.add(new Diagram.Edge("hub", "n" + i, "", List.of(evidence)));
    }
    return new Diagram(Diagram.Kind.LAYERS, "Harbour", nodes, edges, List.of());
  }

  private static Page opened(BrowserContext context) {
    Page page = context.newPage();
    page.navigate(file);
    return page;
  }

  private static double number(Page page, String what) {
    String drawing = "(box => " + what + ")(document.querySelector('.drawing'))";
    return ((Number) page.evaluate(drawing)).doubleValue();
  }

  private static double width(Page page) {
    return number(page, "box.querySelector('svg').getBoundingClientRect().width");
  }

  /** Moves fingers over the drawing, from and to places given from its middle. */
  private static void move(Page page, List<Finger> from, List<Finger> to) {
    CDPSession session = page.context().newCDPSession(page);
    BoundingBox box = page.locator(".drawing").boundingBox();
    for (int i = 0; i <= MOVE_COUNT; i++) {
      JsonArray points = new JsonArray();
      for (int f = 0; f < from.size(); f++) {
        double part = (double) i / MOVE_COUNT;
        JsonObject point = new JsonObject();
        point.addProperty("id", f);
        Finger one = from.get(f);
        Finger other = to.get(f);
        point.addProperty("x", box.x + box.width / 2 + one.x + (other.x - one.x) * part);
        point.addProperty("y", box.y + box.height / 2 + one.y + (other.y - one.y) * part);
        points.add(point);
      }
      touch(session, i == 0 ? "touchStart" : "touchMove", points);
      page.waitForTimeout(16);
    }
    touch(session, "touchEnd", new JsonArray());
    page.waitForTimeout(REST_MS);
  }

  private static void touch(CDPSession session, String type, JsonArray points) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  /** A wide drawing began at its left edge, where often nothing is. */
  @Test
  void onAPhoneADrawingOpensReadableWithItsFirstBoxInTheMiddle() {
    try (BrowserContext context = chromium.phone(PHONE_WIDTH)) {
      Page page = opened(context);
      BoundingBox drawing = page.locator(".drawing").boundingBox();
      Locator hub = page.locator(".node", new Page.LocatorOptions().setHasText("Hub"));
      BoundingBox box = hub.locator(".box").boundingBox();

      assertThat(width(page)).isGreaterThan(2 * PHONE_WIDTH);
      assertThat(box.x + box.width / 2 - drawing.x - drawing.width / 2).isBetween(-4.0, 4.0);
      assertThat(box.height).isGreaterThan(24);
    }
  }

  @Test
  void aTapShowsAllOfADrawingAndAnotherLaysItOverThePage() {
    try (BrowserContext context = chromium.phone(PHONE_WIDTH)) {
      Page page = opened(context);
      page.getByText("Show all").tap();

      assertThat(number(page, "box.scrollWidth - box.clientWidth")).isZero();
      assertThat(width(page)).isLessThan(PHONE_WIDTH);

      page.getByText("Larger").tap();

      assertThat(number(page, "box.clientHeight")).isGreaterThan(500);
      assertThat(number(page, "box.scrollWidth - box.clientWidth")).isZero();
    }
  }

  @Test
  void oneFingerMovesADrawingThatIsWiderThanTheScreenAndThePageWithAnUprightMove() {
    try (BrowserContext context = chromium.phone(PHONE_WIDTH)) {
      Page page = opened(context);
      double left = number(page, "box.scrollLeft");
      move(page, List.of(new Finger(80, 0)), List.of(new Finger(-80, 0)));

      assertThat(number(page, "box.scrollLeft")).isGreaterThan(left + 80);
      assertThat(number(page, "scrollY")).isZero();

      move(page, List.of(new Finger(0, 60)), List.of(new Finger(0, -100)));

      assertThat(number(page, "scrollY")).isGreaterThan(80);
    }
  }

  @Test
  void thePageScrollsUnderAFingerOnADrawingThatIsSeenWhole() {
    try (BrowserContext context = chromium.phone(PHONE_WIDTH)) {
      Page page = opened(context);
      page.getByText("Show all").tap();
      move(page, List.of(new Finger(0, 20)), List.of(new Finger(0, -140)));

      assertThat(number(page, "scrollY")).isGreaterThan(80);
      assertThat(number(page, "box.scrollTop")).isZero();
    }
  }

  @Test
  void twoFingersZoomTheDrawingAndNotThePage() {
    try (BrowserContext context = chromium.phone(PHONE_WIDTH)) {
      Page page = opened(context);
      double before = width(page);
      double tall = number(page, "box.offsetHeight");
      List<Finger> close = List.of(new Finger(-20, 0), new Finger(20, 0));
      List<Finger> apart = List.of(new Finger(-60, 0), new Finger(60, 0));
      move(page, close, apart);
      double zoomed = width(page);

      assertThat(zoomed).isGreaterThan(2 * before);
      assertThat(number(page, "visualViewport.scale")).isEqualTo(1);
      assertThat(number(page, "box.offsetHeight")).isBetween(tall, 0.7 * 844 + 1);

      move(page, apart, close);

      assertThat(width(page)).isLessThan(zoomed / 2);
    }
  }

  @Test
  void theMouseDragsAndKeysZoomAndMove() {
    try (BrowserContext context = chromium.phone(PHONE_WIDTH)) {
      Page page = opened(context);
      BoundingBox box = page.locator(".drawing").boundingBox();
      double left = number(page, "box.scrollLeft");
      page.mouse().move(box.x + 100, box.y + 30);
      page.mouse().down();
      page.mouse().move(box.x + 40, box.y + 30);
      page.mouse().up();
      assertThat(number(page, "box.scrollLeft")).isEqualTo(left + 60);

      page.locator(".drawing").focus();
      double before = width(page);
      page.keyboard().press("+");
      assertThat(width(page)).isGreaterThan(before);
      page.keyboard().press("ArrowRight");
      page.waitForCondition(() -> number(page, "box.scrollLeft") > left + 70);
      page.keyboard().press("0");
      assertThat(width(page)).isLessThan(PHONE_WIDTH);
    }
  }

  /** A tall drawing had a scroll bar of its own, which held the wheel of who read on. */
  @Test
  void aTallDrawingStandsWholeInTheText() {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = context.newPage();
      page.setViewportSize(1280, 100);
      page.navigate(file);

      assertThat(number(page, "box.offsetHeight")).isGreaterThan(100);
      assertThat(number(page, "box.scrollHeight - box.clientHeight")).isZero();
    }
  }

  /** Focus went on behind the drawing that covers the page. */
  @Test
  void anEnlargedDrawingThatLosesTheFocusGoesBackIntoTheText() {
    try (BrowserContext context = chromium.browser().newContext()) {
      Page page = opened(context);
      page.getByText("Larger").click();
      assertThat(page.locator(".enlarged").count()).isEqualTo(1);
      page.locator("#theme").focus();

      assertThat(page.locator(".enlarged").count()).isZero();
    }
  }
}
