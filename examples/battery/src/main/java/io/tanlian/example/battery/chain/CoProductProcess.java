package io.tanlian.example.battery.chain;

import java.util.List;

/** One inventory of several products, shared by mass. */
record CoProductProcess(
    String key, String allocation, Quantities quantities, List<Line> inputs, List<Line> direct) {}
