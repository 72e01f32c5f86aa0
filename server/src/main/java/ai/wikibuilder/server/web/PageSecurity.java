package ai.wikibuilder.server.web;

import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimitFilter;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.quota.RateSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Headers of the pages, and which are open. */
@Configuration(proxyBeanMethods = false)
class PageSecurity implements WebMvcConfigurer {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private static final int CACHED_SECONDS = 3_600;

  /** Forms count with what programs send to enter: one limit for one address. */
  private static RateLimitFilter entering(RateLimits limits, RateSettings rates) {
    return new RateLimitFilter(
        limits,
        new RateLimit("entering", rates.enteringPerMinute(), Duration.ofMinutes(1)),
        request ->
            request.getMethod().equals("POST")
                ? Optional.of(request.getRemoteAddr())
                : Optional.empty(),
        response -> {
          response.setContentType("text/plain;charset=utf-8");
          response.getWriter().write("These are too many attempts. Wait a minute and try again.\n");
        });
  }

  @Bean
  @Order(5)
  SecurityFilterChain linkPagesChain(HttpSecurity http, RateLimits limits, RateSettings rates) {
    return http.securityMatcher("/register", "/verify", "/reset", "/assets/**")
        .addFilterBefore(entering(limits, rates), AuthorizationFilter.class)
        // Nobody is signed in on these pages: the secret in the form is all that counts.
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                // The address of the page is a secret.
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/pages/")
        .setCachePeriod(CACHED_SECONDS);
  }
}
