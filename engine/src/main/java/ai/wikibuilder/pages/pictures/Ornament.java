package ai.wikibuilder.pages.pictures;

import ai.wikibuilder.pages.documents.Document;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells pictures that say nothing of the code: badges, icons, faces and names of sponsors. */
final class Ornament {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "badge|shields\\.io|badgen|/workflows/|travis-ci|circleci|appveyor|codecov|coveralls"
              + "|sonarcloud|snyk\\.io|goreportcard|deepsource|codeclimate|codacy|gitpod\\.io"
              + "|opencollective|contrib\\.rocks|star-history|visitor|hits\\.|tokei\\.rs"
              + "|api/guilds|buymeacoffee|ko-fi|patreon|paypal|sponsor|backer|avatars?[./]"
              + "|deploy[-_.]?(?:button|to)|/button\\.|producthunt|repobeats|zenodo\\.org"
              + "|isitmaintained|fossa\\.|bestpractices|netlify\\.com/img|powered-by");

  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*\\b(?:sponsor|backer|badge|powered by|stars?|downloads|license)\\w*.*");

  private static final Pattern HEADING =
      Pattern.compile("(?i).*\\b(?:sponsor|backer|supporter|contributor|donat|thank)\\w*.*");

  private static final Pattern LOGO =
      Pattern.compile("(?i).*(?:logo|icon|banner|brand|wordmark).*");

  private Ornament() {}

  /** Whether a document's image is one of these by where it is and what it stands under. */
  static boolean is(Document.Image image) {
    return ADDRESS.matcher(image.link().target().toLowerCase(Locale.ROOT)).find()
        || NAME.matcher(image.alt()).matches()
        || HEADING.matcher(image.heading()).matches();
  }

  /** Whether it is the project's sign rather than something to look at. */
  static boolean isLogo(Document.Image image, String path) {
    return LOGO.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
        || LOGO.matcher(image.alt()).matches();
  }
}
