package se.dirigent.app.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the compiler's own parser sees in Java files: methods with their length, public types. */
final class JavaSources {
  /** One method; {@code lines} runs from the first line of its signature to its last brace. */
  record Method(String file, String name, long line, long lines) {}

  /** A public type at the top of its file. */
  record PublicType(String file, String name, boolean documented) {}

  private final List<Method> methods = new ArrayList<>();
  private final List<PublicType> types = new ArrayList<>();

  private JavaSources() {}

  static JavaSources parse(SourceTree tree, List<String> files) {
    JavaSources sources = new JavaSources();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> paths = files.stream().map(tree::path).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(paths));
      DocTrees trees = DocTrees.instance(task);
      Path root = tree.path("");
      for (CompilationUnitTree unit : task.parse()) {
        String file = root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
        sources.new Reader(file, unit, trees).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  List<Method> methods() {
    return methods;
  }

  List<PublicType> publicTypes() {
    return types;
  }

  private final class Reader extends TreePathScanner<Void, Void> {
    private final String file;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final SourcePositions positions;

    Reader(String file, CompilationUnitTree unit, DocTrees trees) {
      this.file = file;
      this.unit = unit;
      this.trees = trees;
      this.positions = trees.getSourcePositions();
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      TreePath path = getCurrentPath();
      boolean top = path.getParentPath().getLeaf() == unit;
      if (top && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
        boolean documented = trees.getDocComment(path) != null;
        types.add(new PublicType(file, type.getSimpleName().toString(), documented));
      }
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      long first = line(positions.getStartPosition(unit, method));
      long last = line(positions.getEndPosition(unit, method));
      methods.add(new Method(file, method.getName().toString(), first, last - first + 1));
      return super.visitMethod(method, nothing);
    }

    private long line(long position) {
      // A compiler-made member, such as a record's constructor, has no place of its own.
      return position == Diagnostic.NOPOS ? 0 : unit.getLineMap().getLineNumber(position);
    }
  }
}
