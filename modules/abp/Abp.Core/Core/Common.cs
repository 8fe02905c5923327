namespace Volo.Abp
{
    public class NameValue<T>
    {
        public string Name { get; set; } = null!;
        public T Value { get; set; } = default!;

        public NameValue() { }
        public NameValue(string name, T value) => (Name, Value) = (name, value);
    }

    public class NameValue : NameValue<string>
    {
        public NameValue() { }
        public NameValue(string name, string value) : base(name, value) { }
    }

    public class DisposeAction(Action action) : IDisposable
    {
        public void Dispose() => action();
    }

    public class DisposeAction<T>(Action<T> action, T parameter) : IDisposable
    {
        public void Dispose() => action(parameter);
    }

    public interface ISoftDelete
    {
        bool IsDeleted { get; }
    }

    public class NamedTypeSelector(string name, Func<Type, bool> predicate)
    {
        public string Name { get; set; } = name;
        public Func<Type, bool> Predicate { get; set; } = predicate;
    }
}

namespace Volo.Abp.Collections
{
    public interface ITypeList : ITypeList<object>;

    public interface ITypeList<in TBaseType> : IList<Type>
    {
        void Add<T>() where T : TBaseType;
        bool TryAdd<T>() where T : TBaseType;
        bool Contains<T>() where T : TBaseType;
        void Remove<T>() where T : TBaseType;
    }

    public class TypeList : TypeList<object>, ITypeList;

    public class TypeList<TBaseType> : ITypeList<TBaseType>
    {
        private readonly List<Type> _types = [];

        public int Count => _types.Count;
        public bool IsReadOnly => false;

        public Type this[int index]
        {
            get => _types[index];
            set => _types[index] = Checked(value);
        }

        public void Add<T>() where T : TBaseType => _types.Add(typeof(T));

        public bool TryAdd<T>() where T : TBaseType
        {
            if (Contains<T>()) { return false; }
            Add<T>();
            return true;
        }

        public void Add(Type item) => _types.Add(Checked(item));
        public void Insert(int index, Type item) => _types.Insert(index, Checked(item));
        public int IndexOf(Type item) => _types.IndexOf(item);
        public bool Contains<T>() where T : TBaseType => _types.Contains(typeof(T));
        public bool Contains(Type item) => _types.Contains(item);
        public void Remove<T>() where T : TBaseType => _types.Remove(typeof(T));
        public bool Remove(Type item) => _types.Remove(item);
        public void RemoveAt(int index) => _types.RemoveAt(index);
        public void Clear() => _types.Clear();
        public void CopyTo(Type[] array, int arrayIndex) => _types.CopyTo(array, arrayIndex);
        public IEnumerator<Type> GetEnumerator() => _types.GetEnumerator();
        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _types.GetEnumerator();

        private static Type Checked(Type item) => typeof(TBaseType).IsAssignableFrom(item)
            ? item
            : throw new ArgumentException($"{item} should be an instance of {typeof(TBaseType)}", nameof(item));
    }
}
