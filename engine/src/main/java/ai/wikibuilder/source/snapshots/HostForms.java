package ai.wikibuilder.source.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** How each git host writes the address of a file's lines at a commit. */
public final class HostForms {
  private HostForms() {}

  /** Links into a snapshot; empty for a folder and for a host whose form is not known. */
  public static Optional<HostLinks> of(SnapshotId snapshot) {
    return snapshot.address().flatMap(address -> snapshot.commit().flatMap(id -> of(address, id)));
  }

  /**
   * Links to a host whose form is known by its name.
   *
   * @param address of the repository, without credentials
   */
  public static Optional<HostLinks> of(String address, String commit) {
    String repository = address.replaceFirst("/+$", "").replaceFirst("\\.git$", "");
    String host = String.valueOf(URI.create(repository).getHost()).toLowerCase(Locale.ROOT);
    return form(host).map(form -> new Links(form, repository, commit));
  }

  private static Optional<Form> form(String host) {
    if (host.equals("github.com") || host.contains("github")) {
      return Optional.of(Form.GITHUB);
    }
    if (host.contains("gitlab")) {
      return Optional.of(Form.GITLAB);
    }
    if (host.equals("bitbucket.org")) {
      return Optional.of(Form.BITBUCKET);
    }
    if (host.contains("bitbucket")) {
      return Optional.of(Form.BITBUCKET_SERVER);
    }
    if (host.contains("gitea") || host.contains("forgejo") || host.contains("codeberg")) {
      return Optional.of(Form.GITEA);
    }
    if (host.equals("dev.azure.com") || host.endsWith(".visualstudio.com")) {
      return Optional.of(Form.AZURE);
    }
    return Optional.empty();
  }

  private enum Form {
    GITHUB {
      @Override
      String lines(Links at, String path, Lines lines) {
        return at.repository + "/blob/" + at.commit + "/" + path + lines.with("#L", "-L");
      }
    },
    GITLAB {
      @Override
      String lines(Links at, String path, Lines lines) {
        return at.repository + "/-/blob/" + at.commit + "/" + path + lines.with("#L", "-");
      }
    },
    BITBUCKET {
      @Override
      String lines(Links at, String path, Lines lines) {
        return at.repository + "/src/" + at.commit + "/" + path + lines.with("#lines-", ":");
      }
    },
    BITBUCKET_SERVER {
      @Override
      String lines(Links at, String path, Lines lines) {
        return repository(at) + "/browse/" + path + "?at=" + at.commit + lines.with("#", "-");
      }

      // Clones come from /scm/PROJECT/repo, people go to /projects/PROJECT/repos/repo.
      @Override
      String repository(Links at) {
        return at.repository
            .replaceFirst("/scm/~([^/]+)/([^/]+)$", "/users/$1/repos/$2")
            .replaceFirst("/scm/([^/]+)/([^/]+)$", "/projects/$1/repos/$2");
      }
    },
    GITEA {
      @Override
      String lines(Links at, String path, Lines lines) {
        return at.repository + "/src/commit/" + at.commit + "/" + path + lines.with("#L", "-L");
      }
    },
    AZURE {
      @Override
      String lines(Links at, String path, Lines lines) {
        return at.repository
            + "?path=/"
            + path.replace("&", "%26").replace("+", "%2B")
            + "&version=GC"
            + at.commit
            + "&line=%d&lineEnd=%d&lineStartColumn=1&lineEndColumn=1"
                .formatted(lines.first(), lines.last() + 1);
      }
    };

    abstract String lines(Links at, String path, Lines lines);

    String repository(Links at) {
      return at.repository;
    }
  }

  private record Lines(int first, int last) {
    /** One line by its number, several by the first and the last. */
    String with(String before, String between) {
      return last <= first ? before + first : before + first + between + last;
    }
  }

  private record Links(Form form, String repository, String commit) implements HostLinks {
    @Override
    public String lines(String path, int first, int last) {
      return form.lines(this, encoded(path), new Lines(first, last));
    }

    @Override
    public String repository() {
      return form.repository(this);
    }
  }

  /** A path as it stands in an address: letters, digits and a few signs as they are. */
  private static String encoded(String path) {
    StringBuilder encoded = new StringBuilder(path.length());
    for (byte unit : path.getBytes(UTF_8)) {
      char character = (char) (unit & 0xff);
      if (unit > 0
          && (Character.isLetterOrDigit(character) || "/-._~!$&'()*+,;=@".indexOf(unit) >= 0)) {
        encoded.append(character);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", unit & 0xff));
      }
    }
    return encoded.toString();
  }
}
