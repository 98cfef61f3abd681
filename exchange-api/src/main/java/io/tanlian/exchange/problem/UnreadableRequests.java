package io.tanlian.exchange.problem;

import io.tanlian.contracts.problem.Problem;
import io.tanlian.contracts.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses paths and queries that cannot be decoded, and bodies of no type. The container and the
 * framework read both late, each in its own place, and fail there as if it were the service's
 * fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableRequests extends OncePerRequestFilter {
  private final SecurityProblems problems;

  UnreadableRequests(SecurityProblems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!isDecodable(request.getRequestURI()) || !isDecodable(request.getQueryString())) {
      problems.refuse(
          request,
          response,
          Problem.of(
              ProblemCode.REQUEST_INVALID,
              "The path or the query is not percent-encoded UTF-8.",
              "Write % and two hex digits for each byte of the characters' UTF-8; % itself is"
                  + " %25."));
    } else if (isWildcard(request.getContentType())) {
      problems.refuse(
          request,
          response,
          Problem.of(
              ProblemCode.REQUEST_UNSUPPORTED_TYPE,
              "The content type " + request.getContentType() + " stands for many.",
              "Name the one type that the body has."));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isWildcard(@Nullable String contentType) {
    return contentType != null && contentType.split(";", 2)[0].indexOf('*') >= 0;
  }

  /** RFC 3986, section 2.1, over UTF-8. */
  static boolean isDecodable(@Nullable String encoded) {
    if (encoded == null || encoded.indexOf('%') < 0) {
      return true;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) != '%') {
        bytes.write(encoded.charAt(i));
      } else if (i + 2 < encoded.length() && isHex(encoded, i + 1) && isHex(encoded, i + 2)) {
        bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
        i += 2;
      } else {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static boolean isHex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128;
  }
}
