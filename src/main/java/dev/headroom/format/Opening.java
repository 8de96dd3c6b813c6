package dev.headroom.format;

import dev.headroom.capture.Line;
import java.util.Optional;

/**
 * What stands above a section.
 *
 * @param command the command that printed it, as the session echoed it
 * @param sinceBoot whether that command was seen to have no interval, so that rates are averages
 *     since the system was started
 * @param straight whether the section begins right below another line or the input's beginning,
 *     without a blank line between
 * @param above the line above it, blank lines aside, where nothing claimed that line: it may have
 *     been damaged, and told how the section is to be read
 */
public record Opening(
    Optional<String> command, boolean sinceBoot, boolean straight, Optional<Line> above) {}
