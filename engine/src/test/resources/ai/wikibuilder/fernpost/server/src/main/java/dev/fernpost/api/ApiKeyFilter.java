package dev.fernpost.api;

import dev.fernpost.shops.ApiKeys;
import dev.fernpost.shops.Shop;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
@@20 @Component
@RequiredArgsConstructor
public class ApiKeyFilter implements Filter {

  private final ApiKeys keys;

@@29   @Value("${fernpost.admin.token}") private String adminToken;



  public void doFilter(Request request, Response response, FilterChain chain) {

    String path = request.path();

    if (path.startsWith("/hooks/")) {
      chain.doFilter(request, response);
      return;
    }
    if (path.startsWith("/admin/") && !adminToken.equals(request.header("Authorization"))) {
      response.sendError(401);
      return;
    }

@@52     Optional<Shop> shop = keys.authenticate(request.header("X-Api-Key"));
    if (shop.isEmpty()) {
      response.sendError(401);
      return;
    }
@@70     request.setAttribute("shop", shop.get());
    chain.doFilter(request, response);


  }
@@88 }
