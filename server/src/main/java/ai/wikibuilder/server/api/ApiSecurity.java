package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.tokens.Bearers;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.quota.CountedAddress;
import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimitFilter;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.quota.RateSettings;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.json.JsonMapper;

/** What is open; everything else needs a caller. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
  /** Open to everybody, beside health on its own port. */
  private static final String[] OPEN_POSTS = {
    "/api/auth/register",
    "/api/auth/login",
    "/api/auth/refresh",
    "/api/auth/verify",
    "/api/auth/email",
    "/api/auth/forget",
    "/api/auth/reset",
    "/hooks/*" // a signature takes the place of a login
  };

  private static final String[] OPEN_GETS = {"/openapi.json", "/.well-known/jwks.json", "/badge/*"};

  /** Health and metrics have a port of their own, which is not for the internet. */
  @Bean
  @Order(1)
  SecurityFilterChain managementChain(HttpSecurity http) {
    return http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** Each filter of a chain would else be timed by itself, a tenth of the work of a request. */
  @Bean
  SecurityObservationSettings securityObservation() {
    return SecurityObservationSettings.noObservations();
  }

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Which limits stand before the controllers. */
  @Bean
  ApiLimits apiLimits(RateLimits limits, RateSettings rates, JsonMapper json) {
    RateLimitFilter.Refusal refusal =
        (_, response) -> new ProblemWriter(json).write(response, Problem.tooMany());
    return new ApiLimits(
        new RateLimitFilter(
            limits,
            new RateLimit("entering", rates.enteringPerMinute(), MINUTE),
            ApiSecurity::enteringFrom,
            refusal),
        new RateLimitFilter(
            limits,
            new RateLimit("caller", rates.callerPerMinute(), MINUTE),
            _ -> callerOfThisThread(),
            refusal),
        new RateLimitFilter(
            limits,
            new RateLimit("open", rates.callerPerMinute(), MINUTE),
            ApiSecurity::openFrom,
            refusal),
        new BearerFilter.Wrong(limits, new RateLimit("token", rates.callerPerMinute(), MINUTE)));
  }

  record ApiLimits(
      RateLimitFilter entering,
      RateLimitFilter caller,
      RateLimitFilter open,
      BearerFilter.Wrong wrong) {}

  /** The address, for what nobody needs to be known for and costs a look into the database. */
  private static Optional<String> openFrom(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/hooks/") || path.startsWith("/badge/")
        ? Optional.of(CountedAddress.of(request))
        : Optional.empty();
  }

  /** The address, for what is asked before anybody is known. */
  private static Optional<String> enteringFrom(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/auth/")
        ? Optional.of(CountedAddress.of(request))
        : Optional.empty();
  }

  private static Optional<String> callerOfThisThread() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? Optional.of(caller.user().toString())
        : Optional.empty();
  }

  @Bean
  @Order(10)
  SecurityFilterChain apiChain(
      HttpSecurity http, Bearers bearers, ApiLimits limits, JsonMapper json) {
    ProblemWriter problems = new ProblemWriter(json);
    return http.securityMatcher("/**")
        .csrf(AbstractHttpConfigurer::disable) // no cookie is looked at, so none can be misused
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> anonymous.principal("anonymous"))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
        .addFilterBefore(limits.entering(), AuthorizationFilter.class)
        .addFilterBefore(limits.open(), AuthorizationFilter.class)
        .addFilterBefore(
            new BearerFilter(bearers, limits.wrong(), problems), AuthorizationFilter.class)
        .addFilterBefore(limits.caller(), AuthorizationFilter.class)
        .authorizeHttpRequests(ApiSecurity::admit)
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint(
                    (_, response, _) -> problems.write(response, Problem.unauthorized()))
                .accessDeniedHandler(
                    (_, response, _) -> problems.write(response, Problem.forbidden())))
        .build();
  }

  private static void admit(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        // What began with a caller goes on: its answer is written later.
        .dispatcherTypeMatchers(DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers(HttpMethod.POST, OPEN_POSTS)
        .permitAll()
        .requestMatchers(HttpMethod.GET, OPEN_GETS)
        .permitAll()
        .requestMatchers(HttpMethod.HEAD, OPEN_GETS)
        .permitAll()
        .requestMatchers("/error")
        .permitAll()
        .anyRequest()
        .authenticated();
  }
}
