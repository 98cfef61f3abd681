package io.tanlian.benchmarks.report;

import io.tanlian.benchmarks.harness.Better;
import io.tanlian.benchmarks.harness.Result;
import java.util.List;
import java.util.Locale;

/**
 * The ratios as bars in SVG. Every bar is drawn in multiples of its own reach, so that one line
 * marks what all must reach.
 */
final class ReachChart {
  private static final int WIDTH = 860;
  private static final int MARGIN = 20;
  private static final int TOP = 56;
  private static final int ROW = 56;
  private static final int BAR = 20;
  private static final int BAR_MAX = WIDTH - 2 * MARGIN - 150;
  private static final double MULTIPLE_MIN = 1.5;
  private static final double MULTIPLE_MAX = 3;
  private static final String REACHED = "#2a7f62";
  private static final String MISSED = "#b4532a";

  private ReachChart() {}

  static String of(Report report) {
    List<Result> results = report.results();
    double multiple =
        Math.clamp(
            results.stream().mapToDouble(ReachChart::multiple).max().orElse(1),
            MULTIPLE_MIN,
            MULTIPLE_MAX);
    double reachX = MARGIN + BAR_MAX / multiple;
    int height = TOP + ROW * results.size() + MARGIN;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" font-family="system-ui, sans-serif" font-size="13">
          <title>%3$s: ratios against what they must reach</title>
          <rect width="100%%" height="100%%" fill="#ffffff"/>
          <text x="%4$d" y="26" font-size="15" font-weight="600" fill="#1b1f24">%3$s</text>
          <text x="%5$s" y="46" text-anchor="middle" fill="#57606a">reach</text>
        """
            .formatted(WIDTH, height, escaped(report.title()), MARGIN, number(reachX)));
    for (int i = 0; i < results.size(); i++) {
      svg.append(bar(results.get(i), TOP + ROW * i, multiple));
    }
    svg.append(
        """
          <line x1="%1$s" y1="52" x2="%1$s" y2="%2$d" stroke="#1b1f24" stroke-width="1.5" stroke-dasharray="4 3"/>
        </svg>
        """
            .formatted(number(reachX), height - MARGIN));
    return svg.toString();
  }

  private static String bar(Result result, int y, double multiple) {
    double width = BAR_MAX * Math.min(multiple(result), multiple) / multiple;
    boolean lower = result.goal().better() == Better.LOWER;
    return """
      <text x="%1$d" y="%2$d" fill="#1b1f24">%3$s</text>
      <rect x="%1$d" y="%4$d" width="%5$s" height="%6$d" rx="3" fill="%7$s"/>
      <text x="%8$s" y="%9$d" fill="#1b1f24" stroke="#ffffff" stroke-width="3" paint-order="stroke">%10$s (reach %11$s %12$s%13$s)</text>
    """
        .formatted(
            MARGIN,
            y + 16,
            escaped(result.goal().name()),
            y + 22,
            number(width),
            BAR,
            result.reached() ? REACHED : MISSED,
            number(MARGIN + width + 6),
            y + 37,
            Figures.ratio(result.ratio()),
            lower ? "&lt;" : "≥",
            Figures.reach(result.goal().reach()),
            lower ? "; shorter is better" : "");
  }

  private static double multiple(Result result) {
    return result.ratio() / result.goal().reach();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
