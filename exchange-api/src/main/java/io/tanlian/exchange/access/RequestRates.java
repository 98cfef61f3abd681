package io.tanlian.exchange.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import io.tanlian.exchange.problem.SecurityProblems;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many requests are answered: each client has a bucket of tokens that fills at a steady rate,
 * so that one of them cannot take the service from the others. On several nodes each counts for
 * itself.
 */
@Component
final class RequestRates {
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final int CALLERS_MAX = 100_000;

  private final RateSettings settings;
  private final SecurityProblems problems;

  RequestRates(RateSettings settings, SecurityProblems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Limits what clients ask; anonymous callers by address. */
  Filter ofClients() {
    return limit(
        settings.requestsPerSecond(),
        request -> {
          var caller = SecurityContextHolder.getContext().getAuthentication();
          return caller instanceof CallerToken token ? token.getName() : address(request);
        });
  }

  /** Limits who asks for tokens, by address: comparing a secret with its hash costs much. */
  Filter ofTokenRequests() {
    return limit(settings.tokenRequestsPerSecond(), RequestRates::address);
  }

  private static String address(HttpServletRequest request) {
    return "address " + request.getRemoteAddr();
  }

  private Filter limit(int perSecond, Function<HttpServletRequest, String> caller) {
    LoadingCache<String, Bucket> buckets =
        Caffeine.newBuilder()
            .maximumSize(CALLERS_MAX)
            .expireAfterAccess(IDLE)
            .build(_ -> bucket(perSecond));
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        ConsumptionProbe probe = buckets.get(caller.apply(request)).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
          chain.doFilter(request, response);
        } else {
          problems.refuse(
              request,
              response,
              Problem.of(
                  ProblemCode.REQUEST_TOO_MANY,
                  "More than %d requests a second came for a while.".formatted(perSecond),
                  "Send it again after the time in Retry-After, and fewer at a time."),
              TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill()));
        }
      }
    };
  }

  private Bucket bucket(int perSecond) {
    return Bucket.builder()
        .addLimit(limit ->
            limit
                .capacity((long) perSecond * settings.burstSeconds())
                .refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }
}
