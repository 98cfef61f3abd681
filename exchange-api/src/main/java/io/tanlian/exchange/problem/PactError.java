package io.tanlian.exchange.problem;

/** The error body of the PACT API: {@code code} is one of the standard's names. */
public record PactError(String code, String message) {

  public static final String ACCESS_DENIED = "AccessDenied";
  public static final String TOKEN_EXPIRED = "TokenExpired";
  public static final String NOT_FOUND = "NotFound";

  /** What version 2 says where version 3 says {@link #NOT_FOUND}. */
  public static final String NO_SUCH_FOOTPRINT = "NoSuchFootprint";

  public static final String BAD_REQUEST = "BadRequest";
  public static final String NOT_IMPLEMENTED = "NotImplemented";
  public static final String INTERNAL_ERROR = "InternalError";
}
