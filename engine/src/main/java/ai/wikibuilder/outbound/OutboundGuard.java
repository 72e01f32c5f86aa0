package ai.wikibuilder.outbound;

import java.net.Proxy;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Decides which addresses are spoken to, and is the only way to speak to one. Immutable, for any
 * number of threads.
 *
 * <p>Rules: https on port 443 to a host with a full name, every resolved address public, the
 * checked address is the one dialled. {@link AllowedHosts} lifts them for hosts the operator names.
 */
public final class OutboundGuard {
  /** Longest wait for a connection; a host that is there answers within a second. */
  private static final long CONNECT_MILLIS_MAX = 15_000;

  private final OutboundSettings settings;
  private final AddressRules rules;
  private final CheckedDialing dialing;
  private final DetachedSocketFactory sockets;
  private final Optional<SSLContext> ownTrust;

  /**
   * A guard over this machine's network.
   *
   * @throws OutboundException of kind {@code MISCONFIGURED} when the file of certificates is none
   */
  public OutboundGuard(OutboundSettings settings, HostResolver resolver) {
    // A plain socket would follow a SOCKS proxy that somebody set for the whole machine.
    this(settings, resolver, proxy -> new Socket(Proxy.NO_PROXY));
  }

  OutboundGuard(OutboundSettings settings, HostResolver resolver, DetachedSocketFactory sockets) {
    this.settings = settings;
    this.rules = new AddressRules(settings.allowedHosts());
    this.dialing = new CheckedDialing(settings, resolver);
    this.sockets = sockets;
    this.ownTrust = settings.caFile().map(file -> TrustedCertificates.context(Optional.of(file)));
  }

  /**
   * Judges the spelling of an address; nothing is resolved yet.
   *
   * @throws OutboundException of kind {@code REFUSED}, saying which rule the address breaks
   */
  public OutboundAddress check(String address) {
    return rules.check(address);
  }

  /**
   * Opens a conversation. Nothing is sent yet.
   *
   * @param start where it begins
   * @param authorization value of the {@code Authorization} header, for the origin of {@code start}
   */
  public OutboundSession open(
      OutboundAddress start, Optional<String> authorization, OutboundLimits limits) {
    return open(
        start, authorization.map(Credential::authorization).orElseGet(Credential::none), limits);
  }

  /**
   * Opens a conversation with a host that wants its credential in headers of its own. Nothing is
   * sent yet.
   *
   * @param credential for the origin of {@code start}
   */
  public OutboundSession open(OutboundAddress start, Credential credential, OutboundLimits limits) {
    OutboundSession session =
        new OutboundSession(
            rules,
            dialing,
            new OutboundSession.Route(start, credential, settings.proxy().isPresent()),
            client(limits));
    session.endAfter(limits);
    return session;
  }

  private CloseableHttpClient client(OutboundLimits limits) {
    HttpClientBuilder builder =
        HttpClientBuilder.create()
            .setConnectionManager(connections(limits))
            .setRoutePlanner(routes())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(limits.silenceMax()))
                    .setConnectionRequestTimeout(Timeout.of(limits.silenceMax()))
                    .build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableContentCompression()
            .disableAutomaticRetries()
            .disableDefaultUserAgent();
    settings
        .proxy()
        .filter(proxy -> proxy.user().isPresent())
        .ifPresent(proxy -> {
          BasicCredentialsProvider credentials = new BasicCredentialsProvider();
          credentials.setCredentials(
              new AuthScope(proxy.host(), proxy.port()),
              new UsernamePasswordCredentials(
                  proxy.user().orElse(""), proxy.password().orElse("").toCharArray()));
          builder.setDefaultCredentialsProvider(credentials);
        });
    return builder.build();
  }

  private HttpRoutePlanner routes() {
    return (named, context) -> {
      HttpHost target = RoutingSupport.normalize(named, DefaultSchemePortResolver.INSTANCE);
      boolean secure = "https".equals(target.getSchemeName());
      boolean direct = settings.allowedHosts().contains(target.getHostName(), target.getPort());
      if (direct || settings.proxy().isEmpty()) {
        return new HttpRoute(target, null, secure);
      }
      ProxyAddress proxy = settings.proxy().get();
      return new HttpRoute(target, null, new HttpHost("http", proxy.host(), proxy.port()), secure);
    };
  }

  private PoolingHttpClientConnectionManager connections(OutboundLimits limits) {
    Timeout silence = Timeout.of(limits.silenceMax());
    long connectMillis = Math.min(CONNECT_MILLIS_MAX, limits.silenceMax().toMillis());
    PoolingHttpClientConnectionManager connections =
        new PoolingHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                sockets,
                DefaultSchemePortResolver.INSTANCE,
                dialing,
                RegistryBuilder.<TlsSocketStrategy>create().register("https", tls()).build()),
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            null);
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(connectMillis, TimeUnit.MILLISECONDS)
            .setSocketTimeout(silence)
            .build());
    connections.setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(silence).build());
    return connections;
  }

  /** Made when the first connection asks for it: certificates cost a quarter of a second. */
  private TlsSocketStrategy tls() {
    return (socket, target, port, attachment, context) ->
        new DefaultClientTlsStrategy(
                ownTrust.orElseGet(() -> TrustedCertificates.context(Optional.empty())))
            .upgrade(socket, target, port, attachment, context);
  }
}
