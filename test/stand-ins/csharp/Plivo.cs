// Stands in for Plivo 5.53.0 where the package cannot be installed: what samples call, with its requests and errors.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Plivo.Exception;
using Plivo.Resource.Powerpack;

namespace Plivo.Exception
{
    public class PlivoRestException : System.Exception
    {
        public PlivoRestException(string message, uint statusCode) : base(message) { StatusCode = statusCode; }
        public uint StatusCode { get; }
    }

    public class PlivoValidationException : PlivoRestException
    {
        public PlivoValidationException(string message, uint statusCode) : base(message, statusCode) { }
    }

    public class PlivoAuthenticationException : PlivoRestException
    {
        public PlivoAuthenticationException(string message, uint statusCode) : base(message, statusCode) { }
    }

    public class PlivoNotFoundException : PlivoRestException
    {
        public PlivoNotFoundException(string message, uint statusCode) : base(message, statusCode) { }
    }

    public class PlivoServerException : PlivoRestException
    {
        public PlivoServerException(string message, uint statusCode) : base(message, statusCode) { }
    }
}

namespace Plivo
{
    public class PlivoApi
    {
        readonly HttpClient client = new HttpClient();
        readonly string account;

        public PlivoApi(string authId = null, string authToken = null)
        {
            authId = authId ?? Environment.GetEnvironmentVariable("PLIVO_AUTH_ID");
            authToken = authToken ?? Environment.GetEnvironmentVariable("PLIVO_AUTH_TOKEN");
            var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes(authId + ":" + authToken));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", pair);
            account = "https://api.plivo.com/v1/Account/" + authId + "/";
        }

        public PowerpackInterface Powerpacks => new PowerpackInterface(this);

        internal Answer Send(string method, string path, object values = null)
        {
            var members = Json.Members(values).Where(member => member.Value != null).ToList();
            var request = new HttpRequestMessage(new HttpMethod(method), account + path);
            if (method != "GET")
                request.Content = new StringContent(Json.Write(members), Encoding.UTF8, "application/json");
            else if (members.Count > 0)
                request.RequestUri = new Uri(account + path + "?" + string.Join("&", members.Select(member =>
                    member.Key + "=" + Uri.EscapeDataString(Convert.ToString(member.Value, CultureInfo.InvariantCulture)))));
            try
            {
                var response = client.SendAsync(request).Result;
                var text = response.Content.ReadAsStringAsync().Result;
                if (!response.IsSuccessStatusCode) throw Failure((uint)response.StatusCode, text);
                return Answer.Read(text);
            }
            catch (AggregateException error)
            {
                // The SDK leaves this one kind of error as HttpClient raised it.
                throw error.GetBaseException() as HttpRequestException
                    ?? new HttpRequestException(error.GetBaseException().Message);
            }
        }

        static PlivoRestException Failure(uint status, string text)
        {
            switch (status)
            {
                case 400: return new PlivoValidationException(text, status);
                case 401: return new PlivoAuthenticationException(text, status);
                case 404: return new PlivoNotFoundException(text, status);
                case 500: return new PlivoServerException(text, status);
                default: return new PlivoRestException(text, status);
            }
        }
    }

    /// <summary>What came back, printed a member a line.</summary>
    public class Answer
    {
        XElement root;

        internal static Answer Read(string text)
        {
            if (text == "") return new Answer { root = new XElement("root") };
            try
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                using (var reader = JsonReaderWriterFactory.CreateJsonReader(bytes, XmlDictionaryReaderQuotas.Max))
                    return new Answer { root = XElement.Load(reader) };
            }
            catch (XmlException error)
            {
                throw new PlivoRestException("not JSON: " + error.Message, 200);
            }
        }

        internal string this[string name] => (string)root.Descendants(name).FirstOrDefault();

        public override string ToString() =>
            string.Join("\n", root.Descendants().Where(item => !item.HasElements).Select(item => item.Name + ": " + item.Value));
    }

    static class Json
    {
        internal static IEnumerable<KeyValuePair<string, object>> Members(object values) => values == null
            ? Enumerable.Empty<KeyValuePair<string, object>>()
            : values.GetType().GetProperties().Select(own => new KeyValuePair<string, object>(own.Name, own.GetValue(values)));

        internal static string Write(object value)
        {
            if (value == null) return "null";
            if (value is bool) return (bool)value ? "true" : "false";
            if (value is uint) return ((uint)value).ToString(CultureInfo.InvariantCulture);
            if (value is string) return "\"" + ((string)value).Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
            if (value is IEnumerable<KeyValuePair<string, object>>)
                return "{" + string.Join(",", ((IEnumerable<KeyValuePair<string, object>>)value)
                    .Select(member => Write(member.Key) + ":" + Write(member.Value))) + "}";
            if (value is IEnumerable) return "[" + string.Join(",", ((IEnumerable)value).Cast<object>().Select(Write)) + "]";
            return Write(Members(value));
        }
    }
}

namespace Plivo.Resource.Powerpack
{
    /// <summary>The members that every object of the SDK has, and sends.</summary>
    public class Resource
    {
        public string Id { get; set; }
        public string ApiId { get; set; }
        public uint StatusCode { get; set; }
        public object Interface { get; set; }
    }

    public class Priority : Resource
    {
        public string priority1 { get; set; }
        public string priority2 { get; set; }
        public string priority3 { get; set; }
    }

    public class NumberPriority : Resource
    {
        public string service_type { get; set; }
        public string country_iso { get; set; }
        public Priority priority { get; set; }
    }

    public class PowerpackInterface
    {
        readonly PlivoApi api;

        internal PowerpackInterface(PlivoApi api) { this.api = api; }

        public Answer Create(string name, string application_type = null, string application_id = null,
            bool? sticky_sender = null, bool? local_connect = null, List<NumberPriority> number_priority = null) =>
            api.Send("POST", "Powerpack/",
                new { name, application_type, application_id, sticky_sender, local_connect, number_priority });

        public Powerpack Get(string uuid) => new Powerpack(api, api.Send("GET", "Powerpack/" + uuid + "/"));

        public Answer List(uint? limit = null, uint? offset = null) => api.Send("GET", "Powerpack/", new { limit, offset });
    }

    public class Powerpack
    {
        readonly PlivoApi api;
        readonly Answer answer;
        public readonly NumberPool numberpool;

        internal Powerpack(PlivoApi api, Answer answer)
        {
            this.api = api;
            this.answer = answer;
            numberpool = new NumberPool(api, answer["number_pool"].Split('/')[5]);
        }

        string Path => "Powerpack/" + answer["uuid"] + "/";

        public override string ToString() => answer.ToString();

        public Answer Update(string name = null, string application_type = null, string application_id = null,
            bool? sticky_sender = null, bool? local_connect = null, List<NumberPriority> number_priority = null) =>
            api.Send("POST", Path,
                new { name, application_type, application_id, sticky_sender, local_connect, number_priority });

        public Answer Delete(bool? unrent_numbers = null) => api.Send("DELETE", Path, new { unrent_numbers });

        public Answer List_Numbers(string starts_with = null, string country_iso2 = null, string type = null,
            uint? limit = null, uint? offset = null, string service = null) =>
            numberpool.numbers.List(starts_with, country_iso2, type, limit, offset, service);
        public uint Count_Numbers(string starts_with = null, string country_iso2 = null, string type = null,
            string service = null) => numberpool.numbers.CountAll(new { starts_with, country_iso2, type, service });
        public Answer Find_Number(string number, string service = null) => numberpool.numbers.Ask("GET", number, new { service });
        public Answer Add_Number(string number, string service = null) =>
            numberpool.numbers.Ask("POST", number, new { rent = false, service });
        public Answer Buy_Add_Number(string number = null, string service = null) =>
            numberpool.numbers.Buy_Add_Number(number, service);
        public Answer Remove_Number(string number, bool? unrent = null) => numberpool.numbers.Remove(number, unrent);
        public Answer List_Shortcode(uint? limit = null, uint? offset = null) => numberpool.shortcodes.List(limit, offset);
        public Answer Find_Shortcode(string shortcode) => numberpool.shortcodes.Find(shortcode);
        public Answer Remove_Shortcode(string shortcode) => numberpool.shortcodes.Remove(shortcode);
        public Answer List_Tollfree(uint? limit = null, uint? offset = null) => numberpool.tollfree.List(limit, offset);
        public Answer Find_Tollfree(string tollfree) => numberpool.tollfree.Find(tollfree);
        public Answer Add_Tollfree(string tollfree) => numberpool.tollfree.Add(tollfree);
        public Answer Remove_Tollfree(string tollfree, bool? unrent = null) => numberpool.tollfree.Remove(tollfree, unrent);
    }

    public class NumberPool
    {
        public readonly Numbers numbers;
        public readonly Shortcodes shortcodes;
        public readonly Tollfree tollfree;

        internal NumberPool(PlivoApi api, string uuid)
        {
            numbers = new Numbers(api, "NumberPool/" + uuid + "/Number/");
            shortcodes = new Shortcodes(api, "NumberPool/" + uuid + "/Shortcode/");
            tollfree = new Tollfree(api, "NumberPool/" + uuid + "/Tollfree/");
        }
    }

    /// <summary>One kind of thing in a pool.</summary>
    public abstract class PoolPart
    {
        readonly PlivoApi api;
        readonly string path;

        internal PoolPart(PlivoApi api, string path) { this.api = api; this.path = path; }

        internal Answer Ask(string method, string id, object values = null) =>
            api.Send(method, id == null ? path : path + id + "/", values);

        public Answer Find(string id) => Ask("GET", id);
    }

    public class Numbers : PoolPart
    {
        internal Numbers(PlivoApi api, string path) : base(api, path) { }

        internal uint CountAll(object values) => uint.Parse(Ask("GET", null, values)["total_count"], CultureInfo.InvariantCulture);

        public Answer List(string starts_with = null, string country_iso2 = null, string type = null,
            uint? limit = null, uint? offset = null, string service = null) =>
            Ask("GET", null, new { starts_with, country_iso2, type, limit, offset, service });
        /// <summary>The one call whose errors stay wrapped.</summary>
        public uint Count(string starts_with = null, string country_iso2 = null, string type = null)
        {
            try { return CountAll(new { starts_with, country_iso2, type }); }
            catch (System.Exception error) { throw new AggregateException(error); }
        }
        public Answer Add(string number) => Ask("POST", number, new { rent = false });
        public Answer Buy_Add_Number(string number = null, string service = null) =>
            Ask("POST", number, new { rent = true, service });
        public Answer Remove(string number, bool? unrent = null) => Ask("DELETE", number, new { unrent });
    }

    public class Shortcodes : PoolPart
    {
        internal Shortcodes(PlivoApi api, string path) : base(api, path) { }

        public Answer List(uint? limit = null, uint? offset = null) => Ask("GET", null, new { limit, offset });
        public Answer Remove(string shortcode) => Ask("DELETE", shortcode);
    }

    public class Tollfree : PoolPart
    {
        internal Tollfree(PlivoApi api, string path) : base(api, path) { }

        public Answer List(uint? limit = null, uint? offset = null) => Ask("GET", null, new { limit, offset });
        public Answer Add(string tollfree) => Ask("POST", tollfree, new { rent = false });
        public Answer Remove(string tollfree, bool? unrent = null) => Ask("DELETE", tollfree, new { unrent });
    }
}
