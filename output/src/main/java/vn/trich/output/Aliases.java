package vn.trich.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other names of units, {@code aliases.csv} in the folder of results, written by its owner: columns {@code alias},
 * {@code name} (the official one), {@code issuer} (only in documents of that agency; empty: in all). Case and
 * punctuation of alias and issuer do not matter.
 */
public final class Aliases {

    /** The file's name. */
    public static final String FILE = "aliases.csv";

    private final Map<String, String> names = new HashMap<>();
    private final List<String> problems;

    private Aliases(PeoplesFile file) {
        List<String> found = new ArrayList<>(file.problems());
        for (PeoplesFile.Row row : file.rows()) {
            String alias = NameKey.of(row.get("alias"));
            String name = row.get("name");
            if (alias.isEmpty() || NameKey.of(name).isEmpty() || name.indexOf(';') >= 0) {
                found.add(FILE + " line " + row.line() + ": needs an alias and one name");
            } else if (!alias.equals(NameKey.of(name))) {
                names.put(key(alias, row.get("issuer")), name);
            }
        }
        problems = List.copyOf(found);
    }

    /**
     * Reads the file; one that is not there holds none.
     *
     * @throws IOException if the disk fails
     */
    public static Aliases read(Path folder) throws IOException {
        return new Aliases(PeoplesFile.read(folder.resolve(FILE), List.of("alias", "name")));
    }

    /** Rows that cannot be used, for people. */
    public List<String> problems() {
        return problems;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** The official name for a name in a document of that issuer; what is said for the issuer comes first. */
    public Optional<String> name(String alias, String issuer) {
        String key = NameKey.of(alias);
        return Optional.ofNullable(names.get(key(key, issuer))).or(() -> Optional.ofNullable(names.get(key(key, ""))));
    }

    private static String key(String alias, String issuer) {
        return alias + "|" + NameKey.of(issuer);
    }
}
