package dev.headroom.series;

import java.util.Optional;

/**
 * The z/VM system that a subject runs in, as the heading of a listing or an answer of the control
 * program says it. Guests of different systems may have the same name.
 *
 * @param name the system's identifier
 * @param release the control program's release, such as {@code 5.4.0}; empty where nothing says it
 */
public record Host(String name, Optional<String> release) {}
