package vn.trich.pipeline.configuration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A configuration file as it is written: YAML 1.2, one mapping of keys to values or lists of values, and of commands to
 * such mappings. Anchors, tags, several documents and anything deeper are refused, and so is a file that others than
 * its owner's group may write.
 *
 * @param file where it is
 * @param entries what it says, in its order
 */
record ConfigurationFile(Path file, List<Entry> entries) {

    /** Far more than all options there are take. */
    private static final int MOST_BYTES = 256 << 10;

    /**
     * One setting.
     *
     * @param section the command it is for; empty for all commands
     * @param key its key
     * @param values its value, or several
     * @param line where its key stands, from 1
     */
    record Entry(String section, String key, List<String> values, int line) {}

    /**
     * Reads a file.
     *
     * @throws ConfigurationException if it cannot or may not be read, or is not of this form
     */
    static ConfigurationFile read(Path file) throws ConfigurationException {
        String text = text(file);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setCodePointLimit(MOST_BYTES)
                    .build();
            return new ConfigurationFile(
                    file,
                    new Reading(file, new Parse(settings).parseString(text).iterator()).entries());
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> ", line " + (mark.getLine() + 1))
                    .orElse("");
            throw new ConfigurationException(file + line + ": no YAML (" + e.getProblem() + ")");
        } catch (YamlEngineException e) {
            throw new ConfigurationException(file + ": no YAML (" + e.getMessage() + ")");
        }
    }

    private static String text(Path file) throws ConfigurationException {
        try {
            Path real = file.toRealPath();
            if (!Files.isRegularFile(real)) {
                throw new ConfigurationException(file + ": is not a plain file");
            }
            refuseIfOthersMayWrite(file, real);
            if (Files.size(real) > MOST_BYTES) {
                throw new ConfigurationException(file + ": has more than " + MOST_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(real)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(file + ": there is no such configuration file");
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(file + ": is not in UTF-8");
        } catch (IOException e) {
            throw new ConfigurationException(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    private static void refuseIfOthersMayWrite(Path file, Path real) throws IOException, ConfigurationException {
        try {
            if (Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new ConfigurationException(
                        file + ": everybody may write it; take that right away: chmod o-w " + file);
            }
        } catch (UnsupportedOperationException e) {
            // A file system without such rights.
        }
    }

    /** Reads the parser's events; nothing in it calls itself, so no nesting can exhaust the stack. */
    private static final class Reading {
        private final Path file;
        private final Iterator<Event> events;
        private final List<Entry> entries = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        private Reading(Path file, Iterator<Event> events) {
            this.file = file;
            this.events = events;
        }

        private List<Entry> entries() throws ConfigurationException {
            next();
            Event document = next();
            if (document.getEventId() == Event.ID.StreamEnd) {
                return List.of();
            }
            Event root = next();
            if (root instanceof ScalarEvent scalar && scalar.getValue().isEmpty()) {
                return List.of();
            }
            if (root.getEventId() != Event.ID.MappingStart) {
                throw wrong(root, "must be lines of the form 'key: value'");
            }
            mapping("");
            next();
            Event end = next();
            if (end.getEventId() != Event.ID.StreamEnd) {
                throw wrong(end, "holds a second document; put everything into one");
            }
            return entries;
        }

        private void mapping(String section) throws ConfigurationException {
            for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
                String key = scalar(event, "a key must be a word");
                if (!seen.add(section + "\n" + key)) {
                    throw wrong(event, "'" + key + "' is there twice; leave one");
                }
                Event value = next();
                if (value.getEventId() == Event.ID.MappingStart && section.isEmpty()) {
                    entries.add(new Entry(key, "", List.of(), line(event)));
                    mapping(key);
                } else if (value.getEventId() == Event.ID.SequenceStart) {
                    entries.add(new Entry(section, key, list(key), line(event)));
                } else {
                    String text = scalar(value, "'" + key + "' must have one value or a list of values");
                    if (text.isEmpty()) {
                        throw wrong(event, "'" + key + "' has no value; give one or leave the line out");
                    }
                    entries.add(new Entry(section, key, List.of(text), line(event)));
                }
            }
        }

        private List<String> list(String key) throws ConfigurationException {
            List<String> values = new ArrayList<>();
            for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
                values.add(scalar(event, "the list of '" + key + "' may hold plain values only"));
            }
            return values;
        }

        private String scalar(Event event, String otherwise) throws ConfigurationException {
            if (!(event instanceof ScalarEvent scalar)) {
                throw wrong(event, otherwise);
            }
            return scalar.getValue();
        }

        private Event next() throws ConfigurationException {
            Event event = events.next();
            boolean anchored =
                    event instanceof NodeEvent node && node.getAnchor().isPresent();
            boolean tagged =
                    event instanceof ScalarEvent scalar && scalar.getTag().isPresent();
            if (anchored || tagged || event instanceof AliasEvent) {
                throw wrong(event, "anchors, aliases and tags have no place here; write the value out");
            }
            return event;
        }

        private ConfigurationException wrong(Event event, String what) {
            return new ConfigurationException(file + ", line " + line(event) + ": " + what);
        }

        private static int line(Event event) {
            return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        }
    }
}
