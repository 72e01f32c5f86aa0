package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.quota.CountedAddress;
import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimitFilter;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.web.words.Languages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Which pages are open, and what each request for a page has to prove. Whatever is not a program's
 * address is a page, and a page that is not named here needs somebody who is signed in.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurity implements WebMvcConfigurer {
  /** First parts of addresses that are for programs, or are files. */
  private static final String PROGRAMS =
      "(?:api|mcp|hooks|badge|assets|actuator|error|v3|\\.well-known|openapi\\.json)";

  /** First part of an address that is a person's. */
  static final String NO_PROGRAM = "(?!" + PROGRAMS + "$).+";

  private static final Pattern PAGE = Pattern.compile("/|/(?!" + PROGRAMS + "(?:/|$)).+");

  /** Nobody needs to be signed in for these. */
  private static final String[] OPEN = {
    "/signin",
    "/signout",
    "/language",
    "/register",
    "/forgot",
    "/verify",
    "/email",
    "/reset",
    "/invitation",
    "/login/oauth2/*",
    "/login/oauth2/*/callback"
  };

  private final Languages languages;

  private final Pages pages;

  PageSecurity(Languages languages, Pages pages) {
    this.languages = languages;
    this.pages = pages;
  }

  static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private static final int CACHED_SECONDS = 3_600;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What stands before the controllers, beside who may. */
  record PageFilters(
      SameOriginFilter origin,
      RateLimitFilter entering,
      BrowserFilter browser,
      RateLimitFilter visitor) {}

  @Bean
  PageFilters pageFilters(
      RateLimits limits, RateSettings rates, BrowserEntrance entrance, AccountSettings accounts) {
    RateLimitFilter.Refusal refusal =
        (request, response) ->
            PlainAnswer.write(
                response, HttpStatus.TOO_MANY_REQUESTS, languages.of(request).say("too-many"));
    return new PageFilters(
        new SameOriginFilter(accounts.configuredPages(), languages),
        new RateLimitFilter(
            limits,
            new RateLimit("entering", rates.enteringPerMinute(), MINUTE),
            PageSecurity::enteringFrom,
            refusal),
        new BrowserFilter(entrance, languages),
        new RateLimitFilter(
            limits,
            new RateLimit("caller", rates.callerPerMinute(), MINUTE),
            request -> visitorOfThisThread().or(() -> readerFrom(request)),
            refusal));
  }

  /** Forms that anybody may send count with what programs send to enter, and so do providers. */
  private static Optional<String> enteringFrom(HttpServletRequest request) {
    String path = request.getServletPath();
    boolean form = request.getMethod().equals("POST") && List.of(OPEN).contains(path);
    return form || path.startsWith("/login/oauth2/")
        ? Optional.of(CountedAddress.of(request))
        : Optional.empty();
  }

  /** Who reads what is published without being signed in counts by address. */
  private static Optional<String> readerFrom(HttpServletRequest request) {
    return request.getServletPath().startsWith("/wikis/")
        ? Optional.of(CountedAddress.of(request))
        : Optional.empty();
  }

  private static Optional<String> visitorOfThisThread() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Visit visit
        ? Optional.of(visit.caller().user().toString())
        : Optional.empty();
  }

  @Bean
  @Order(5)
  SecurityFilterChain assetsChain(HttpSecurity http) {
    return http.securityMatcher("/assets/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .cacheControl(cache -> cache.disable())
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'")))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(7)
  SecurityFilterChain pagesChain(
      HttpSecurity http, PageFilters filters, BrowserEntrance entrance, SecureRandom random) {
    return http.securityMatcher(request -> PAGE.matcher(request.getServletPath()).matches())
        .addFilterBefore(filters.origin(), CsrfFilter.class)
        .addFilterBefore(filters.entering(), CsrfFilter.class)
        .csrf(csrf -> csrf.csrfTokenRepository(new FormKeys(entrance, random)))
        .addFilterBefore(filters.browser(), AuthorizationFilter.class)
        .addFilterBefore(filters.visitor(), AuthorizationFilter.class)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                // The address of some pages is a secret.
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .authorizeHttpRequests(requests ->
            requests
                // What began with a visitor goes on: an export is written later.
                .dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                // What is published; the page itself finds out.
                .requestMatchers(HttpMethod.GET, "/wikis/**")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/wikis/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint((request, response, _) -> toSignIn(request, response))
                .accessDeniedHandler(this::refuse))
        .build();
  }

  /** To the sign-in page, and from there to what was asked for, if it was only to be read. */
  private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    LocalPath wanted =
        request.getMethod().equals("GET")
            ? LocalPath.of(request.getRequestURI() + query)
            : LocalPath.FIRST;
    String next =
        wanted.equals(LocalPath.FIRST)
            ? ""
            : "?next=" + URLEncoder.encode(wanted.text(), StandardCharsets.UTF_8);
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader("Location", "/signin" + next);
  }

  /** Whoever was signed out meanwhile gets back what was typed; a script is told a sentence. */
  private void refuse(HttpServletRequest request, HttpServletResponse response, Exception denied)
      throws IOException {
    if (!(denied instanceof CsrfException)) {
      PlainAnswer.write(
          response, HttpStatus.FORBIDDEN, languages.of(request).say("form.not-yours"));
    } else if (MediaType.TEXT_EVENT_STREAM_VALUE.equals(request.getHeader("Accept"))) {
      PlainAnswer.write(response, HttpStatus.FORBIDDEN, languages.of(request).say("form.old"));
    } else {
      PlainAnswer.write(
          response,
          pages.giveBack(
              new FrameResolver(languages).of(request),
              Pages.GivenBack.of(
                  new Form(request.getParameterMap()), LocalPath.of(request.getRequestURI()))));
    }
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new FrameResolver(languages));
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/lib/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
        .setCachePeriod(CACHED_SECONDS);
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/pages/")
        .setCachePeriod(CACHED_SECONDS);
  }
}
