package io.tanlian.exchange.node;

import io.tanlian.exchange.problem.SecurityProblems;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Paths between nodes: no participant's access token opens them, only another node's. */
@Configuration(proxyBeanMethods = false)
class NodeRules {

  @Bean
  @Order(0)
  SecurityFilterChain betweenNodes(
      HttpSecurity http, NodeToken tokens, InstantSource clock, SecurityProblems problems) {
    http.securityMatcher("/internal/**")
        .addFilterBefore(new NodeTokenFilter(tokens, clock), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(NodeCall.ROLE))
        .exceptionHandling(
            refusals -> refusals.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
    return http.build();
  }
}
