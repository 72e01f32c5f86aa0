package ai.wikibuilder.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses by which guards of other products were passed, and names that resolve badly. */
public final class HostileAddresses {
  private static final List<String> OTHER_SCHEMES =
      List.of(
          "file:///etc/passwd",
          "file://localhost/etc/passwd",
          "FILE:///etc/passwd",
          "/etc/passwd",
          "../repo.git",
          "C:\\repo",
          "ssh://git@example.com/r.git",
          "ssh://example.com:22/r.git",
          "git+ssh://example.com/r.git",
          "git://example.com/r.git",
          "ftp://example.com/r.git",
          "ftps://example.com/r.git",
          "sftp://example.com/r.git",
          "amazon-s3://bucket/r.git",
          "bundle:///tmp/x",
          "ext::sh -c touch% /tmp/x",
          "ext::https://example.com/r.git",
          "fd::7",
          "transport::https://example.com/r",
          "git@example.com:r.git",
          "example.com:r.git",
          "user@example.com:/r.git",
          "example.com/r.git",
          "//example.com/r.git",
          "https:/example.com/r.git",
          "https:example.com/r.git",
          "https:///r.git",
          "https://",
          "https",
          "",
          " ",
          "javascript:alert(1)",
          "data:text/plain,x",
          "gopher://example.com:70/_x",
          "dict://example.com:11211/stat",
          "ldap://example.com/x",
          "jar:https://example.com/x.jar!/",
          "netdoc:///etc/passwd",
          "view-source:https://example.com/",
          "httpss://example.com/r.git",
          "xhttps://example.com/r.git",
          "http://example.com/r.git",
          "HTTP://example.com/r.git",
          "http://example.com:443/r.git");

  private static final List<String> OPTION_LIKE =
      List.of(
          "--upload-pack=touch /tmp/x",
          "--upload-pack=x",
          "-u",
          "-oProxyCommand=x",
          "--config=http.proxy=x",
          "https://-oProxyCommand=x/r.git",
          "https://--upload-pack=x.example.com/r.git",
          "https://-x.example.com/r.git",
          "https://x-.example.com/r.git");

  private static final List<String> HOST_SPELLINGS =
      List.of(
          "127.0.0.1",
          "127.1",
          "127.0.1",
          "0177.1",
          "0177.0.0.1",
          "0x7f.1",
          "0x7f.0.0.1",
          "0x7f000001",
          "0X7F000001",
          "2130706433",
          "017700000001",
          "127.0.0.1.",
          "127.0.0.0x1",
          "example.0x1",
          "example.1",
          "0",
          "0.0.0.0",
          "8.8.8.8",
          "134744072",
          "10.0.0.1",
          "169.254.169.254",
          "0xa9fea9fe",
          "2852039166",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[fe80::1]",
          "[fe80::1%eth0]",
          "[fe80::1%25eth0]",
          "[fd00:ec2::254]",
          "[2002:7f00:1::]",
          "[2001:4860:4860::8888]",
          "[::1",
          "::1",
          "::1]",
          "[]",
          "[example.com]",
          "localhost",
          "LOCALHOST",
          "localhost.",
          "intranet",
          "metadata",
          "kubernetes",
          "example",
          "example.com.",
          ".example.com",
          "example..com",
          ".",
          "..",
          "exa_mple.com",
          "exa mple.com",
          "example.com%00.evil.com",
          "example.com%2eevil.com",
          "127%2e0%2e0%2e1",
          "%6c%6f%63%61%6c%68%6f%73%74",
          "example.com,evil.com",
          "example.com;evil.com",
          "example.com&evil.com",
          "example.com'",
          "$(id).example.com",
          "*.example.com",
          "127\u30020\u30020\u30021",
          "example\u3002com",
          "example\uff0ecom",
          "example\uff61com",
          "\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45.com",
          "\u2460\u2461\u2466.0.0.1",
          "\u217d.example.com",
          "ex\u00adample.com",
          "ex\u200bample.com",
          "ex\u200dample.com",
          "\u202eexample.com",
          "example.com\ufeff",
          "\ud835\udd5docalhost.com",
          "a".repeat(64) + ".com",
          "a.".repeat(130) + "com");

  private static final List<String> TAILS =
      List.of(
          "example.com:80/r.git",
          "example.com:22/r.git",
          "example.com:8443/r.git",
          "example.com:0/r.git",
          "example.com:/r.git",
          "example.com:443:443/r.git",
          "example.com:0443/r.git",
          "example.com:+443/r.git",
          "example.com:-443/r.git",
          "example.com:65979/r.git",
          "example.com:99999999999/r.git",
          "example.com:https/r.git",
          "example.com:\u0664\u0664\u0663/r.git",
          "user@example.com/r.git",
          "user:secret@example.com/r.git",
          ":secret@example.com/r.git",
          "@example.com/r.git",
          "example.com@127.0.0.1/r.git",
          "example.com:443@127.0.0.1/r.git",
          "user%40x@example.com/r.git",
          "example.com\\@127.0.0.1/r.git",
          "example.com\\.evil.com/r.git",
          "127.0.0.1\\@example.com/r.git",
          "example.com/r.git#x",
          "example.com#@127.0.0.1/r.git",
          "#example.com/r.git",
          "?example.com/r.git",
          "example.com/r%0a.git",
          "example.com/r%0A.git",
          "example.com/r%0d%0aHost:%20evil/r.git",
          "example.com/%00/r.git",
          "example.com/r%7f.git",
          "example.com/r%1b[31m.git",
          "example.com/r.git?x=%0d%0aSet-Cookie:x",
          "example.com/a/../r.git",
          "example.com/./r.git",
          "example.com/..",
          "example.com/%2e%2e/r.git",
          "example.com/%2E./r.git",
          "example.com/a%2fb.git",
          "example.com/a%5cb.git",
          "example.com/a\\b.git",
          "example.com/r%.git",
          "example.com/r%zz.git",
          "example.com/r%2",
          "example.com/r .git",
          "example.com/r\u00a0.git",
          "example.com/r\u202egit.exe",
          "example.com/" + "a".repeat(3000));

  private static final List<String> SPECIAL =
      List.of(
          "0.0.0.0",
          "0.1.2.3",
          "10.0.0.1",
          "10.255.255.255",
          "100.64.0.1",
          "100.100.100.200",
          "100.127.255.255",
          "127.0.0.1",
          "127.255.255.254",
          "168.63.129.16",
          "169.254.0.1",
          "169.254.169.254",
          "169.254.170.2",
          "172.16.0.1",
          "172.31.255.255",
          "192.0.0.1",
          "192.0.0.192",
          "192.0.2.1",
          "192.88.99.1",
          "192.168.0.1",
          "192.168.255.255",
          "198.18.0.1",
          "198.19.255.255",
          "198.51.100.1",
          "203.0.113.1",
          "224.0.0.1",
          "239.255.255.255",
          "240.0.0.1",
          "255.255.255.255",
          "::",
          "::1",
          "::7f00:1",
          "::ffff:127.0.0.1",
          "64:ff9b::808:808",
          "64:ff9b::7f00:1",
          "64:ff9b:1::1",
          "100::1",
          "2001::1",
          "2001:0:4136:e378:8000:63bf:3fff:fdd2",
          "2001:2::1",
          "2001:10::1",
          "2001:db8::1",
          "2002:7f00:1::1",
          "2002:808:808::1",
          "3fff::1",
          "5f00::1",
          "fc00::1",
          "fd00:ec2::254",
          "fe80::1",
          "fec0::1",
          "ff02::1");

  private HostileAddresses() {}

  /** Refused by their spelling, whatever anything resolves to. */
  public static List<String> misspelt(List<Integer> canaryPorts) {
    List<String> all = new ArrayList<>(OTHER_SCHEMES);
    all.addAll(OPTION_LIKE);
    for (String host : HOST_SPELLINGS) {
      all.add("https://" + host + "/r.git");
    }
    TAILS.forEach(tail -> all.add("https://" + tail));
    for (char control = 0; control < 0x20; control++) {
      all.add("https://example.com/r" + control + ".git");
      all.add("https://exam" + control + "ple.com/r.git");
    }
    all.add("https://example.com/r\u007f.git");
    all.add("https://example.com/r\u0085.git");
    all.add("https://example.com/r\u2028.git");
    for (int port : canaryPorts) {
      all.add("http://127.0.0.1:" + port + "/r.git");
      all.add("https://127.0.0.1:" + port + "/r.git");
      all.add("http://localhost:" + port + "/r.git");
      all.add("http://[::1]:" + port + "/r.git");
      all.add("http://example.com:" + port + "/r.git");
      all.add("https://example.com:" + port + "/r.git");
      all.add("http://2130706433:" + port + "/r.git");
    }
    return all;
  }

  /** Well spelt names and what they resolve to: alone, and beside a public address. */
  static Map<String, List<InetAddress>> misleading() throws UnknownHostException {
    Map<String, List<InetAddress>> names = new LinkedHashMap<>();
    InetAddress open = InetAddress.getByName("8.8.8.8");
    InetAddress openSix = InetAddress.getByName("2606:4700:4700::1111");
    for (int i = 0; i < SPECIAL.size(); i++) {
      InetAddress special = InetAddress.getByName(SPECIAL.get(i));
      names.put("alone" + i + ".example.com", List.of(special));
      names.put("first" + i + ".example.com", List.of(special, open, openSix));
      names.put("last" + i + ".example.com", List.of(openSix, open, special));
    }
    return names;
  }
}
